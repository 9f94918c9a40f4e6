package land.starkeorte.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * What a PDF's streams are packed with (ISO 32000-2, 7.4), each unpacked while it is read. PDFBox unpacks an object stream
 * wholly into memory before anybody can count; here it comes out in pieces, and whoever reads can stop.
 */
final class PdfFilters {
    /** Wider is no row of anything; it would be held in memory. */
    private static final int WIDEST = 1_000_000;

    private PdfFilters() {}

    /**
     * The content as far as it can be unpacked: what is packed as a picture (JPEG and the like) comes as it is.
     *
     * @param counted what counts what comes out of each step
     */
    static InputStream open(PdfObject stream, ByteBuffer packed, UnaryOperator<InputStream> counted)
            throws IOException {
        InputStream content = new Bytes(packed);
        for (String filter : stream.lists.getOrDefault("Filter", List.of())) {
            InputStream unpacked = switch (filter) {
                case "FlateDecode", "Fl" -> predicted(stream, new Tolerant(content));
                case "LZWDecode", "LZW" -> predicted(stream, new Lzw(content, parameter(stream, "EarlyChange", 1)));
                case "ASCII85Decode", "A85" -> new Ascii85(content);
                case "ASCIIHexDecode", "AHx" -> new AsciiHex(content);
                case "RunLengthDecode", "RL" -> new RunLength(content);
                default -> null;
            };
            if (unpacked == null) {
                return content;
            }
            content = counted.apply(unpacked);
        }
        return content;
    }

    private static int parameter(PdfObject stream, String name, int otherwise) {
        return stream.lists.getOrDefault("DecodeParms", List.of()).stream()
                .filter(word -> word.matches(name + "=\\d{1,9}"))
                .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static InputStream predicted(PdfObject stream, InputStream content) throws IOException {
        int predictor = parameter(stream, "Predictor", 1);
        if (predictor <= 1) {
            return content;
        }
        int colours = parameter(stream, "Colors", 1);
        int bits = parameter(stream, "BitsPerComponent", 8);
        int columns = parameter(stream, "Columns", 1);
        if (colours > 32 || bits > 16 || columns > WIDEST) {
            throw new ZipException("An impossible row");
        }
        int row = (int) Math.max(1, ((long) colours * bits * columns + 7) / 8);
        return new Predicted(content, predictor >= 10, row, Math.max(1, colours * bits / 8));
    }

    /** Reads a byte after the other; what is faster reads several. */
    private abstract static class Steps extends InputStream {
        abstract int next() throws IOException;

        @Override
        public int read() throws IOException {
            return next();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = 0;
            while (n < length) {
                int c = next();
                if (c < 0) {
                    return n == 0 ? -1 : n;
                }
                into[offset + n++] = (byte) c;
            }
            return n;
        }
    }

    private static final class Bytes extends InputStream {
        private final ByteBuffer bytes;

        Bytes(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int n = Math.min(length, bytes.remaining());
            bytes.get(into, offset, n);
            return n == 0 && length > 0 ? -1 : n;
        }
    }

    /** Readers show what came out of a stream that is cut or has a wrong checksum. */
    private static final class Tolerant extends InflaterInputStream {
        Tolerant(InputStream packed) {
            super(packed, new Inflater(), 2048);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (EOFException cut) {
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    private static final class AsciiHex extends Steps {
        private final InputStream digits;

        AsciiHex(InputStream digits) {
            this.digits = digits;
        }

        @Override
        int next() throws IOException {
            int high = digit();
            return high < 0 ? -1 : high * 16 + Math.max(digit(), 0);
        }

        private int digit() throws IOException {
            int c = digits.read();
            while (c >= 0 && c != '>' && Character.digit(c, 16) < 0) {
                c = digits.read();
            }
            return c < 0 ? -1 : Character.digit(c, 16);
        }
    }

    private static final class Ascii85 extends Steps {
        private final InputStream digits;
        private final int[] group = new int[5];
        private final byte[] out = new byte[4];
        private int at;
        private int there;

        Ascii85(InputStream digits) {
            this.digits = digits;
        }

        @Override
        int next() throws IOException {
            if (at == there && !fill()) {
                return -1;
            }
            return out[at++] & 0xff;
        }

        private boolean fill() throws IOException {
            int n = 0;
            while (n < 5) {
                int c = digits.read();
                if (c < 0 || c == '~') {
                    break;
                }
                if (c == 'z' && n == 0) {
                    return give(0, 4);
                }
                if (c >= '!' && c <= 'u') {
                    group[n++] = c - '!';
                }
            }
            if (n < 2) {
                return false;
            }
            long value = 0;
            for (int i = 0; i < 5; i++) {
                value = value * 85 + (i < n ? group[i] : 84);
            }
            return give(value, n - 1);
        }

        private boolean give(long value, int bytes) {
            for (int i = 0; i < 4; i++) {
                out[i] = (byte) (value >> (24 - 8 * i));
            }
            at = 0;
            there = bytes;
            return true;
        }
    }

    private static final class RunLength extends Steps {
        private final InputStream packed;
        private int left;
        private int repeated = -1;

        RunLength(InputStream packed) {
            this.packed = packed;
        }

        @Override
        int next() throws IOException {
            if (left == 0) {
                int length = packed.read();
                if (length < 0 || length == 128) {
                    return -1;
                }
                left = length < 128 ? length + 1 : 257 - length;
                repeated = length < 128 ? -1 : packed.read();
                if (length > 128 && repeated < 0) {
                    return -1;
                }
            }
            left--;
            return repeated >= 0 ? repeated : packed.read();
        }
    }

    /** A code stands for the word before it and one byte more; the longest is as long as the table. */
    private static final class Lzw extends Steps {
        private static final int CLEAR = 256;
        private static final int END = 257;
        private static final int MOST = 4096;

        private final InputStream packed;
        private final int early;
        private final int[] before = new int[MOST];
        private final byte[] lastByte = new byte[MOST];
        private final byte[] word = new byte[MOST];
        private int left;
        private int nextCode = END + 1;
        private int previous = -1;
        private byte firstByte;
        private int bits;
        private int held;

        Lzw(InputStream packed, int early) {
            this.packed = packed;
            this.early = early == 0 ? 0 : 1;
        }

        @Override
        int next() throws IOException {
            while (left == 0) {
                int code = code();
                if (code < 0 || code == END) {
                    return -1;
                }
                if (code == CLEAR) {
                    nextCode = END + 1;
                    previous = -1;
                } else {
                    take(code);
                }
            }
            return word[--left] & 0xff;
        }

        private void take(int code) throws IOException {
            if (code > nextCode || (code == nextCode && previous < 0)) {
                throw new ZipException("An unknown code");
            }
            int from = code;
            if (code == nextCode) {
                // The word that is just being made: the one before it and its own first byte.
                word[left++] = firstByte;
                from = previous;
            }
            for (; from > END; from = before[from]) {
                word[left++] = lastByte[from];
            }
            firstByte = (byte) from;
            word[left++] = firstByte;
            if (previous >= 0 && nextCode < MOST) {
                before[nextCode] = previous;
                lastByte[nextCode++] = firstByte;
            }
            previous = code;
        }

        private int code() throws IOException {
            int width =
                    nextCode + early >= 2048 ? 12 : nextCode + early >= 1024 ? 11 : nextCode + early >= 512 ? 10 : 9;
            while (bits < width) {
                int c = packed.read();
                if (c < 0) {
                    return -1;
                }
                held = (held << 8) | c;
                bits += 8;
            }
            bits -= width;
            return (held >> bits) & ((1 << width) - 1);
        }
    }

    /** Each row tells the difference to its neighbours (PNG's five ways, TIFF's one). */
    private static final class Predicted extends Steps {
        private final InputStream rows;
        private final boolean png;
        private final int step;
        private byte[] above;
        private byte[] row;
        private int at;
        private int there;

        Predicted(InputStream rows, boolean png, int length, int step) {
            this.rows = rows;
            this.png = png;
            this.step = step;
            this.above = new byte[length];
            this.row = new byte[length];
        }

        @Override
        int next() throws IOException {
            if (at == there && !fill()) {
                return -1;
            }
            return row[at++] & 0xff;
        }

        private boolean fill() throws IOException {
            int way = png ? rows.read() : 1;
            byte[] spare = above;
            above = row;
            row = spare;
            there = way < 0 ? 0 : rows.readNBytes(row, 0, row.length);
            at = 0;
            for (int i = 0; i < there; i++) {
                int left = i < step ? 0 : row[i - step] & 0xff;
                int up = above[i] & 0xff;
                int corner = i < step ? 0 : above[i - step] & 0xff;
                row[i] += (byte)
                        switch (way) {
                            case 1 -> left;
                            case 2 -> up;
                            case 3 -> (left + up) / 2;
                            case 4 -> nearest(left, up, corner);
                            default -> 0;
                        };
            }
            return there > 0;
        }

        private static int nearest(int left, int up, int corner) {
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }
}
