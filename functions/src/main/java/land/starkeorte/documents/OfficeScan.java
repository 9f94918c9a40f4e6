package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import land.starkeorte.pictures.PictureHead;

/**
 * Looks for what runs or reaches outside in a file of Word, Excel or LibreOffice: a ZIP of XML parts and pictures. What a part
 * is, its content says, never its name.
 */
final class OfficeScan {
    private static final int MOST_ENTRIES = 10_000;

    /** A list of content types is a few kilobytes. */
    private static final int LONGEST_LIST = 1024 * 1024;

    /** As much of a picture as tells its size. */
    private static final int HEAD = 64 * 1024;

    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private final FileType kind;
    private final ScanBudget budget;
    private final boolean inside;
    private final OfficeXml xml;
    private boolean macros;
    private boolean objects;

    /** @param inside whether it is the table behind a chart of another file */
    OfficeScan(FileType kind, ScanBudget budget, boolean inside) {
        this.kind = kind;
        this.budget = budget;
        this.inside = inside;
        this.xml = new OfficeXml(kind);
    }

    /** Why it cannot be taken; nothing when it can. */
    Optional<RejectionReason> refuse(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.of(RejectionReason.BOMB);
            }
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                // Of two parts of one name each reader takes another.
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    return Optional.of(RejectionReason.FOREIGN);
                }
            }
            if (list(zip, "META-INF/manifest.xml").contains("encryption-data")) {
                return Optional.of(RejectionReason.ENCRYPTED);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                look(zip, entry);
            }
            // Word's own list tells what is a macro in the plainest words; so it speaks first.
            if (macros) {
                return Optional.of(RejectionReason.MACROS);
            }
            if (objects) {
                return Optional.of(RejectionReason.EMBEDDED);
            }
            return isIt(zip) ? Optional.empty() : Optional.of(RejectionReason.TYPE);
        } catch (ZipException | EOFException noZip) {
            return Optional.of(beginsAsZip(file) ? RejectionReason.BROKEN : RejectionReason.TYPE);
        } catch (IllegalArgumentException unreadableName) {
            return Optional.of(RejectionReason.BROKEN);
        }
    }

    private boolean isIt(ZipFile zip) throws IOException {
        String list = list(zip, "[Content_Types].xml");
        return switch (kind) {
            case DOCX, XLSX -> list.contains("\"" + kind.type + ".main+xml\"");
            default -> list(zip, "mimetype").equals(kind.type);
        };
    }

    /** The directory may lie about sizes: only what really comes out counts. */
    private void look(ZipFile zip, ZipEntry entry) throws IOException {
        macros |= isMacro(entry.getName());
        try (var content = new BufferedInputStream(budget.unpacking(zip.getInputStream(entry)), HEAD)) {
            content.mark(HEAD);
            byte[] head = content.readNBytes(HEAD);
            content.reset();
            look(zip, entry, head, content);
            byte[] buffer = new byte[16 * 1024];
            while (content.read(buffer) >= 0) {
                // Counted by the budget.
            }
        }
    }

    private void look(ZipFile zip, ZipEntry entry, byte[] head, InputStream content) throws IOException {
        String beginning = new String(head, 0, Math.min(head.length, 1024), ISO_8859_1);
        if (beginning.startsWith(OLE)) {
            // Macros of Word and Excel are kept as OLE, too.
            macros |= entry.getName().toLowerCase(Locale.ROOT).contains("vba");
            objects = true;
        } else if (beginning.startsWith("PK\u0003\u0004")) {
            table(zip, entry);
        } else if (beginning.startsWith("MZ") || beginning.startsWith("\u007fELF") || beginning.contains("%PDF-")) {
            objects = true;
        } else if (PictureHead.pixels(ByteBuffer.wrap(head)) > PictureHead.MOST_PIXELS) {
            throw new RefusedException(RejectionReason.PIXELS);
        } else if (OfficeXml.isXml(head)) {
            try {
                xml.read(entry.getName(), content);
            } catch (XMLStreamException broken) {
                throw new RefusedException(RejectionReason.BROKEN);
            }
        }
    }

    /** The table behind a chart is a whole file of its own; anything else that is packed inside is an attachment. */
    private void table(ZipFile zip, ZipEntry entry) throws IOException {
        if (inside || !entry.getName().endsWith(".xlsx") || !entry.getName().contains("/embeddings/")) {
            objects = true;
            return;
        }
        Path copy = java.nio.file.Files.createTempFile("table", null);
        try (InputStream content = budget.unpacking(zip.getInputStream(entry))) {
            java.nio.file.Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            new OfficeScan(FileType.XLSX, budget, true).refuse(copy).ifPresent(reason -> {
                throw new RefusedException(reason == RejectionReason.TYPE ? RejectionReason.EMBEDDED : reason);
            });
        } finally {
            java.nio.file.Files.deleteIfExists(copy);
        }
    }

    private static boolean isMacro(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.contains("/activex/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }

    private String list(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream content = budget.unpacking(zip.getInputStream(entry))) {
            return new String(content.readNBytes(LONGEST_LIST), UTF_8);
        }
    }

    private static boolean beginsAsZip(Path file) throws IOException {
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            return new String(content.readNBytes(4), ISO_8859_1).equals("PK\u0003\u0004");
        }
    }
}
