package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as town halls have them, and as they should not have them. */
final class SampleFiles {
    private SampleFiles() {}

    static byte[] pdf(String userPassword, String ownerPassword) {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            if (ownerPassword != null) {
                pdf.protect(new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an attachment of this content. */
    static byte[] pdf(byte[] attached) {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var stream = new org.apache.pdfbox.pdmodel.common.PDStream(pdf, new java.io.ByteArrayInputStream(attached));
            pdf.getDocumentCatalog().getCOSObject().setItem("Attached", stream.getCOSObject());
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf() {
        return pdf(null, null);
    }

    /** The beginning of every Windows program. */
    static byte[] exe() {
        byte[] exe = new byte[4096];
        byte[] head = "MZ\u0090".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, exe, 0, head.length);
        exe[60] = (byte) 0x80;
        System.arraycopy("PE\0\0".getBytes(UTF_8), 0, exe, 0x80, 4);
        return exe;
    }

    static byte[] png() {
        return picture("png", 40, 30);
    }

    static byte[] jpeg() {
        return picture("jpg", 40, 30);
    }

    static byte[] picture(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What Word and Excel write when they encrypt: an OLE container. */
    static byte[] ole() {
        return Arrays.copyOf(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 1536);
    }

    /** @param entries name and content in turn */
    static byte[] zip(Object... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(entries[i + 1] instanceof byte[] raw ? raw : ((String) entries[i + 1]).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] ooxml(FileType kind, Object... more) {
        String types = "<Types><Override PartName=\"/main.xml\" ContentType=\"" + kind.type + ".main+xml\"/></Types>";
        return zip(with(new Object[] {"[Content_Types].xml", types, "main.xml", "<a/>"}, more));
    }

    static byte[] odf(FileType kind, Object... more) {
        return zip(with(new Object[] {"mimetype", kind.type, "content.xml", "<a/>"}, more));
    }

    private static Object[] with(Object[] first, Object[] more) {
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
