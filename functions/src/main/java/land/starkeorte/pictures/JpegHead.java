package land.starkeorte.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG says of itself in front of its picture (ITU-T T.81, B.1.1).
 *
 * @param components one for grey, three for colour, four for print
 * @param orientation how the camera was held (Exif), 1 to 8
 * @param inks how four colours are written: 0 as they are, 2 as light and colour, both the wrong way round; -1 as they are
 * @param scans how often the picture is gone over; each costs as much as the whole
 */
record JpegHead(int width, int height, int components, int orientation, int inks, int scans) {
    private static final int UPRIGHT = 1;

    static JpegHead of(ByteBuffer file) {
        ByteBuffer bytes = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        int width = 0;
        int height = 0;
        int components = 0;
        int orientation = UPRIGHT;
        int inks = -1;
        int scans = 0;
        for (int at = 2; at + 4 <= bytes.limit(); ) {
            int marker = bytes.get(at) == (byte) 0xff ? bytes.get(at + 1) & 0xff : 0;
            if (marker == 0 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
                // The picture itself, or marks without a length.
                at++;
                continue;
            }
            if (marker == 0xd9) {
                break;
            }
            int length = bytes.getShort(at + 2) & 0xffff;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                if (at + 10 <= bytes.limit() && width == 0) {
                    height = bytes.getShort(at + 5) & 0xffff;
                    width = bytes.getShort(at + 7) & 0xffff;
                    components = bytes.get(at + 9) & 0xff;
                }
            } else if (marker == 0xe1 && orientation == UPRIGHT) {
                orientation = orientation(bytes, at + 4, Math.min(at + 2 + length, bytes.limit()));
            } else if (marker == 0xee
                    && length >= 14
                    && at + 16 <= bytes.limit()
                    && bytes.getInt(at + 4) == 0x41646f62) {
                inks = bytes.get(at + 15) & 0xff;
            } else if (marker == 0xda) {
                scans++;
            }
            at += 2 + length;
        }
        return new JpegHead(width, height, components, orientation, inks, scans);
    }

    /** Exif is a TIFF of its own (CIPA DC-008, 4.6.2); its first directory has it as 0x0112. */
    private static int orientation(ByteBuffer file, int from, int to) {
        if (to - from < 14 || file.getInt(from) != 0x45786966) {
            return UPRIGHT;
        }
        ByteBuffer tiff = file.slice(from + 6, to - from - 6);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == 0x0112) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
