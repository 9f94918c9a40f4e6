package land.starkeorte.members;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes of a picture what a page shows: the right way up, no larger than needed, and drawn anew, so that nothing is left of
 * what the camera wrote about place, time and owner.
 */
final class Pictures {
    /** Wide enough for a page at twice the pixels. */
    static final int WIDEST = 1440;

    /** As large as today's cameras; more would not fit into memory. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final double QUALITY = 0.82;

    private Pictures() {}

    /** @param jpeg what is shown */
    @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
    record Shown(byte[] jpeg, int width, int height) {}

    /** Nothing where the file cannot be drawn. */
    static Optional<Shown> draw(InputStream file) {
        try (file) {
            byte[] content = file.readAllBytes();
            if (pixels(content) > MOST_PIXELS) {
                return Optional.empty();
            }
            BufferedImage upright = smaller(content);
            // What was see-through becomes white, as the page is.
            var drawn = new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_INT_RGB);
            drawn.createGraphics().drawImage(upright, 0, 0, Color.WHITE, null);
            var jpeg = new ByteArrayOutputStream();
            Thumbnails.of(drawn)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(jpeg);
            return Optional.of(new Shown(jpeg.toByteArray(), drawn.getWidth(), drawn.getHeight()));
        } catch (IOException | RuntimeException undrawable) {
            return Optional.empty();
        }
    }

    /** As the camera was held (Exif orientation), and never larger than it came. */
    private static BufferedImage smaller(byte[] content) throws IOException {
        BufferedImage whole =
                Thumbnails.of(new ByteArrayInputStream(content)).scale(1).asBufferedImage();
        return Math.max(whole.getWidth(), whole.getHeight()) <= WIDEST
                ? whole
                : Thumbnails.of(whole).size(WIDEST, WIDEST).asBufferedImage();
    }

    /** As its head says, before anything is unpacked; beyond all measure where nobody can read it. */
    private static long pixels(byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Long.MAX_VALUE;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
