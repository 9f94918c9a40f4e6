package land.starkeorte.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How many pixels a picture has, as its first bytes say, before anything is unpacked. */
public final class PictureHead {
    /** More than today's cameras have; up to here everything is drawn. */
    public static final long MOST_PIXELS = 100_000_000;

    /** JPEG's own limit; a row is held in memory. */
    public static final int WIDEST = 65_535;

    private PictureHead() {}

    /**
     * Of PNG, JPEG, GIF, BMP and WebP; more than any where one side alone is impossible, nothing where it is none of them.
     *
     * @param head as much of the file as tells it; a JPEG may tell late
     */
    public static long pixels(ByteBuffer head) {
        ByteBuffer bytes = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        byte[] first = new byte[Math.min(head.limit(), 32)];
        bytes.get(0, first);
        String beginning = new String(first, ISO_8859_1);
        if (beginning.startsWith("\u0089PNG\r\n\u001a\n") && head.limit() >= 24) {
            bytes.order(ByteOrder.BIG_ENDIAN);
            return pixels(bytes.getInt(16) & 0xffffffffL, bytes.getInt(20) & 0xffffffffL);
        }
        if (beginning.startsWith("\u00ff\u00d8\u00ff")) {
            JpegHead jpeg = JpegHead.of(bytes);
            return pixels(jpeg.width(), jpeg.height());
        }
        if (beginning.startsWith("GIF8") && head.limit() >= 10) {
            return pixels(bytes.getShort(6) & 0xffff, bytes.getShort(8) & 0xffff);
        }
        if (beginning.startsWith("BM") && head.limit() >= 26) {
            return pixels(Math.abs((long) bytes.getInt(18)), Math.abs((long) bytes.getInt(22)));
        }
        if (beginning.startsWith("RIFF") && head.limit() >= 30 && beginning.startsWith("WEBP", 8)) {
            return switch (beginning.substring(12, 16)) {
                case "VP8X" -> pixels((bytes.getInt(24) & 0xffffff) + 1, (bytes.getInt(26) >>> 8) + 1);
                case "VP8L" -> pixels((bytes.getInt(21) & 0x3fff) + 1, ((bytes.getInt(21) >>> 14) & 0x3fff) + 1);
                default -> pixels(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff);
            };
        }
        return 0;
    }

    private static long pixels(long width, long height) {
        return Math.max(width, height) > WIDEST ? Long.MAX_VALUE : width * height;
    }
}
