package land.starkeorte.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The checksum of a file that was sent in parts: SHA-256 over the SHA-256 of each part, in Base64, a hyphen and the number of
 * parts (Amazon S3 User Guide, "Checking object integrity", composite checksums). A browser can make it without holding more
 * than one part.
 */
public final class CompositeChecksum {
    private static final int BUFFER = 1 << 16;

    private CompositeChecksum() {}

    /**
     * Made of the parts' own.
     *
     * @param parts the checksum of each in Base64, in their order
     */
    public static String ofParts(List<String> parts) {
        MessageDigest all = sha256();
        parts.forEach(part -> all.update(Base64.getDecoder().decode(part)));
        return Base64.getEncoder().encodeToString(all.digest()) + "-" + parts.size();
    }

    /** Reads to the end; memory stays constant. */
    public static String of(InputStream content, long partSize) {
        var parts = new ArrayList<String>();
        MessageDigest part = sha256();
        byte[] buffer = new byte[BUFFER];
        long left = partSize;
        try {
            for (int read = content.read(buffer, 0, most(left));
                    read >= 0;
                    read = content.read(buffer, 0, most(left))) {
                part.update(buffer, 0, read);
                left -= read;
                if (left == 0) {
                    parts.add(Base64.getEncoder().encodeToString(part.digest()));
                    left = partSize;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (left < partSize) {
            parts.add(Base64.getEncoder().encodeToString(part.digest()));
        }
        return ofParts(parts);
    }

    private static int most(long left) {
        return (int) Math.min(left, BUFFER);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
