package land.starkeorte.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG or PNG, read in no more memory than what is wanted of it: of a large one only every second, third, … pixel.
 *
 * @param image as the camera wrote it
 * @param orientation how the camera was held (Exif), 1 to 8
 */
public record Picture(BufferedImage image, int orientation) {
    /** Programs that make a picture appear step by step take a dozen. */
    private static final int MOST_SCANS = 30;

    /** Why it cannot be drawn. */
    public static final class Undrawable extends IOException {
        private static final long serialVersionUID = 1L;

        /** Whether it would be if it had fewer pixels. */
        public final boolean large;

        Undrawable(boolean large, @Nullable Throwable cause) {
            super(large ? "too large" : "not to be drawn", cause);
            this.large = large;
        }
    }

    /**
     * Reads it.
     *
     * @param most pixels that are wanted
     * @throws Undrawable where it is larger than {@link PictureHead#MOST_PIXELS}, or cannot be read at all
     */
    public static Picture read(Path file, int most) throws IOException {
        JpegHead jpeg = head(file);
        ImageReader reader = ImageIO.getImageReadersByFormatName(jpeg == null ? "png" : "jpeg")
                .next();
        try (var stream = new FileImageInputStream(file.toFile())) {
            // What is written beside the picture is not read: it can be a bomb of its own.
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            int step = (int) Math.ceil(Math.sqrt((double) pixels / most));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
            return jpeg != null && jpeg.components() == 4
                    ? new Picture(light(reader.readRaster(0, param), jpeg.inks()), jpeg.orientation())
                    : new Picture(reader.read(0, param), jpeg == null ? 1 : jpeg.orientation());
        } catch (IOException | RuntimeException broken) {
            throw new Undrawable(false, broken);
        } finally {
            reader.dispose();
        }
    }

    /** Nothing where it is no JPEG. */
    private static @Nullable JpegHead head(Path file) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer();
            if (PictureHead.pixels(content) > PictureHead.MOST_PIXELS) {
                throw new Undrawable(true, null);
            }
            JpegHead jpeg = content.limit() > 0 && content.get(0) == (byte) 0xff ? JpegHead.of(content) : null;
            if (jpeg != null && jpeg.scans() > MOST_SCANS) {
                throw new Undrawable(false, null);
            }
            return jpeg;
        }
    }

    /** Four inks as light, near enough for a page; Adobe's programs write them the wrong way round. */
    private static BufferedImage light(Raster inks, int written) {
        var image = new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[4 * inks.getWidth()];
        for (int y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, inks.getWidth(), 1, row);
            for (int x = 0; x < inks.getWidth(); x++) {
                int[] ink = {row[4 * x], row[4 * x + 1], row[4 * x + 2]};
                if (written == 2) {
                    ink = mixed(ink[0], ink[1] - 128, ink[2] - 128);
                }
                int black = written < 0 ? 255 - row[4 * x + 3] : row[4 * x + 3];
                int rgb = 0;
                for (int colour : ink) {
                    rgb = (rgb << 8) | (written < 0 ? 255 - colour : colour) * black / 255;
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /** From light and colour (ITU-R BT.601). */
    private static int[] mixed(int light, int blue, int red) {
        return new int[] {
            255 - Math.clamp((int) (light + 1.402 * red), 0, 255),
            255 - Math.clamp((int) (light - 0.344136 * blue - 0.714136 * red), 0, 255),
            255 - Math.clamp((int) (light + 1.772 * blue), 0, 255)
        };
    }

    /** What was made of it, turned as the camera was held; what was see-through becomes white, as the page is. */
    public BufferedImage upright(BufferedImage scaled) {
        int width = scaled.getWidth();
        int height = scaled.getHeight();
        boolean lying = orientation >= 5;
        var drawn = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        graphics.drawImage(scaled, turn(width, height), null);
        graphics.dispose();
        return drawn;
    }

    /** Where each corner goes: CIPA DC-008, 4.6.4, Orientation. */
    private AffineTransform turn(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
