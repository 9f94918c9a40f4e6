package land.starkeorte.recordings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What a browser does with a file: it cuts it, and says what it has cut. Written without the product's own checksum. */
final class UploadParts {
    /** A file that begins as WebM does, with something different in each part. */
    static byte[] webm(int size) {
        byte[] file = new byte[size];
        for (int i = 0; i < size; i += 997) {
            file[i] = (byte) (i / 997);
        }
        byte[] beginning = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x9F, 0x42, (byte) 0x86, (byte) 0x81, 1};
        System.arraycopy(beginning, 0, file, 0, Math.min(size, beginning.length));
        return file;
    }

    static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    static int count(byte[] file) {
        return (int) ((file.length + MediaFile.PART - 1) / MediaFile.PART);
    }

    static byte[] part(byte[] file, int number) {
        int from = (int) ((number - 1) * MediaFile.PART);
        return Arrays.copyOfRange(file, from, (int) Math.min(file.length, from + MediaFile.PART));
    }

    static String sha(byte[] content) {
        return Base64.getEncoder().encodeToString(sha256(content));
    }

    static String checksum(byte[] file) {
        byte[] all = new byte[32 * count(file)];
        for (int number = 1; number <= count(file); number++) {
            System.arraycopy(sha256(part(file, number)), 0, all, 32 * (number - 1), 32);
        }
        return sha(all) + "-" + count(file);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private UploadParts() {}
}
