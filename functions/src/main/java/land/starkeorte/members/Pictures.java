package land.starkeorte.members;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import land.starkeorte.pictures.Picture;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes of a picture what a page shows: the right way up, no larger than needed, and drawn anew, so that nothing is left of
 * what the camera wrote about place, time and owner.
 */
final class Pictures {
    /** Wide enough for a page at twice the pixels. */
    static final int WIDEST = 1440;

    /** Held in memory at once: 48 MB, or twice that where each colour has 16 bits. */
    private static final int MOST_AT_ONCE = 12_000_000;

    private static final double QUALITY = 0.82;

    private Pictures() {}

    /** @param jpeg what is shown */
    @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
    record Shown(byte[] jpeg, int width, int height) {}

    /** Fails where it cannot be drawn, which the check at its upload should have found. */
    static Shown draw(InputStream content) {
        try (content) {
            Path file = Files.createTempFile("picture", null);
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return draw(Picture.read(file, MOST_AT_ONCE));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shown draw(Picture picture) throws IOException {
        BufferedImage upright = picture.upright(smaller(picture.image()));
        var jpeg = new ByteArrayOutputStream();
        Thumbnails.of(upright)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return new Shown(jpeg.toByteArray(), upright.getWidth(), upright.getHeight());
    }

    /** Never larger than it came. */
    private static BufferedImage smaller(BufferedImage image) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= WIDEST
                ? image
                : Thumbnails.of(image).size(WIDEST, WIDEST).asBufferedImage();
    }
}
