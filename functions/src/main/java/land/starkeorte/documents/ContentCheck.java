package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;

/** Looks into a file: is it what it says, can it be opened, does it carry nothing that runs. Memory stays constant. */
final class ContentCheck {
    /** Ten times what the largest honest office file of 25 MB unpacks to. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    /** Deflate reaches a thousandfold only with what nobody wrote; XML of a table may reach fifty. */
    private static final long MOST_INFLATION = 150;

    private static final int MOST_ENTRIES = 10_000;

    /** A list of content types is a few kilobytes. */
    private static final int LONGEST_LIST = 1024 * 1024;

    private final Tika tika = new Tika();

    /** Why the file cannot be taken; nothing when it can. */
    Optional<Refusal> refuse(Path file, Kind kind) {
        try {
            return switch (kind) {
                case PDF -> pdf(file);
                case JPEG, PNG -> isOfType(file, kind.type) ? Optional.empty() : Optional.of(Refusal.TYPE);
                case DOCX, XLSX, ODT, ODS -> office(file, kind);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Refusal> pdf(Path file) throws IOException {
        if (!isOfType(file, Kind.PDF.type)) {
            return Optional.of(Refusal.TYPE);
        }
        try (var source = new RandomAccessReadBufferedFile(file);
                var pdf = Loader.loadPDF(source, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return pdf.isEncrypted() ? Optional.of(Refusal.ENCRYPTED) : Optional.empty();
        } catch (InvalidPasswordException e) {
            return Optional.of(Refusal.ENCRYPTED);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.of(Refusal.BROKEN);
        }
    }

    private Optional<Refusal> office(Path file, Kind kind) throws IOException {
        // An encrypted DOCX or XLSX is not a ZIP but an OLE container.
        if (isOfType(file, "application/x-tika-msoffice")) {
            return Optional.of(Refusal.ENCRYPTED);
        }
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.of(Refusal.BOMB);
            }
            long unpacked = 0;
            boolean macros = false;
            byte[] buffer = new byte[16 * 1024];
            for (ZipEntry entry : Collections.list(zip.entries())) {
                macros |= isMacro(entry.getName());
                // The directory may lie about sizes: only what really comes out counts.
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED
                                || unpacked > 1024 * 1024 + MOST_INFLATION * java.nio.file.Files.size(file)) {
                            return Optional.of(Refusal.BOMB);
                        }
                    }
                }
            }
            String list = list(zip, "[Content_Types].xml");
            if (macros || list.contains("macroEnabled") || list.contains("vbaProject")) {
                return Optional.of(Refusal.MACROS);
            }
            if (list(zip, "META-INF/manifest.xml").contains("encryption-data")) {
                return Optional.of(Refusal.ENCRYPTED);
            }
            boolean isIt = switch (kind) {
                case DOCX, XLSX -> list.contains("\"" + kind.type + ".main+xml\"");
                default -> list(zip, "mimetype").equals(kind.type);
            };
            return isIt ? Optional.empty() : Optional.of(Refusal.TYPE);
        } catch (ZipException | EOFException noZip) {
            return Optional.of(beginsAsZip(file) ? Refusal.BROKEN : Refusal.TYPE);
        } catch (IllegalArgumentException unreadableName) {
            return Optional.of(Refusal.BROKEN);
        }
    }

    private static boolean isMacro(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.contains("/activex/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }

    private static String list(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_LIST), UTF_8);
        }
    }

    private static boolean beginsAsZip(Path file) throws IOException {
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            return new String(content.readNBytes(4), ISO_8859_1).equals("PK\u0003\u0004");
        }
    }

    private boolean isOfType(Path file, String type) throws IOException {
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            return tika.detect(content).equals(type);
        }
    }
}
