package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import land.starkeorte.pictures.Picture;
import land.starkeorte.platform.Log;

/**
 * Looks into a file: is it what it says, can it be opened, does it carry nothing that runs or reaches outside. Memory stays
 * constant, and a {@link ScanBudget} ends what unpacks to too much or takes too long.
 */
final class ContentCheck {
    /** What is wanted of a picture here: that it can be drawn. */
    private static final int SAMPLE = 250_000;

    /** A ZIP's last record, without the comment that may follow it. */
    private static final int END_RECORD = 22;

    private final LongSupplier nanos;

    ContentCheck() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only runs forward */
    ContentCheck(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Why the file cannot be taken; nothing when it can. Whatever the file does to the check, it is an answer. */
    Optional<RejectionReason> refuse(Path file, FileType kind) {
        try {
            return look(file, kind);
        } catch (RefusedException found) {
            return Optional.of(found.reason);
        } catch (VirtualMachineError exhausted) {
            // Too little memory or too deep a stack: this file's doing, as it is the only one that is looked at.
            Log.error("document not checked", kind.name(), exhausted);
            return Optional.of(RejectionReason.UNCHECKED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException fault) {
            Log.error("document not checked", kind.name(), fault);
            return Optional.of(RejectionReason.UNCHECKED);
        }
    }

    private Optional<RejectionReason> look(Path file, FileType kind) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer();
            var budget = new ScanBudget(channel.size(), nanos);
            String head = text(content, 0, 1024);
            return switch (kind) {
                case PDF -> isAlsoZip(content) ? foreign() : new PdfScan(content, budget).refuse();
                case JPEG, PNG ->
                    isOfType(head, kind) ? picture(file, content, head) : Optional.of(RejectionReason.TYPE);
                case DOCX, XLSX, ODT, ODS -> office(file, content, head, kind, budget);
            };
        }
    }

    private static boolean isOfType(String head, FileType picture) {
        return head.startsWith(picture == FileType.PNG ? "\u0089PNG\r\n\u001a\n" : "\u00ff\u00d8\u00ff");
    }

    private static Optional<RejectionReason> picture(Path file, ByteBuffer content, String head) throws IOException {
        // What cameras append (a second picture, a short film) is no matter; a ZIP or a PDF could be opened as such.
        if (isAlsoZip(content) || head.contains("%PDF-")) {
            return foreign();
        }
        try {
            Picture.read(file, SAMPLE);
            return Optional.empty();
        } catch (Picture.Undrawable undrawable) {
            return Optional.of(undrawable.large ? RejectionReason.PIXELS : RejectionReason.BROKEN);
        }
    }

    private static Optional<RejectionReason> office(
            Path file, ByteBuffer content, String head, FileType kind, ScanBudget budget) throws IOException {
        // An encrypted DOCX or XLSX is not a ZIP but an OLE container.
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Optional.of(RejectionReason.ENCRYPTED);
        }
        if (!head.startsWith("PK\u0003\u0004")) {
            return Optional.of(RejectionReason.TYPE);
        }
        int end = content.limit() - END_RECORD;
        boolean whole = end > 0 && text(content, end, 4).equals("PK\u0005\u0006");
        if (head.contains("%PDF-") || (!whole && isAlsoZip(content))) {
            return foreign();
        }
        return new OfficeScan(kind, budget, false).refuse(file);
    }

    private static Optional<RejectionReason> foreign() {
        return Optional.of(RejectionReason.FOREIGN);
    }

    /** A ZIP is read from its end, so anything may stand in front of it. */
    private static boolean isAlsoZip(ByteBuffer content) {
        int from = Math.max(0, content.limit() - END_RECORD - 0xffff - 1024);
        return text(content, from, content.limit() - from).contains("PK\u0005\u0006");
    }

    private static String text(ByteBuffer content, int from, int length) {
        byte[] bytes = new byte[Math.min(length, content.limit() - from)];
        content.get(from, bytes);
        return new String(bytes, ISO_8859_1);
    }
}
