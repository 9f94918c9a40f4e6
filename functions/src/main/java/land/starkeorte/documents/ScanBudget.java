package land.starkeorte.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How much one check may unpack, read and take. Everything that is read or unpacked is counted here, so that a small file
 * cannot cost more than this whatever it says of itself.
 */
final class ScanBudget {
    /** The function itself ends after two minutes. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** Ten times what the largest honest office file of 25 MB unpacks to. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    /** Deflate reaches a thousandfold only with what nobody wrote; XML of a table may reach fifty. */
    private static final long MOST_INFLATION = 150;

    /** White paper is compressed a thousandfold honestly: 150 scanned pages in colour. */
    private static final long MOST_DRAWN = 4L * 1024 * 1024 * 1024;

    private final long unpackable;
    private final long readable;
    private final LongSupplier nanos;
    private final long end;
    private long unpacked;
    private long drawn;
    private long read;
    private int spendings;

    /**
     * @param size of the file
     * @param nanos a clock that only runs forward
     */
    ScanBudget(long size, LongSupplier nanos) {
        this.unpackable = Math.min(MOST_UNPACKED, 1024 * 1024 + MOST_INFLATION * size);
        this.readable = 64L * 1024 * 1024 + 8 * size;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + LONGEST.toNanos();
    }

    /** So many bytes came out of what was packed. */
    void unpack(long bytes) {
        unpacked += bytes;
        spend(unpacked, unpackable);
    }

    /** So many bytes of a picture came out, or will when somebody looks at it. */
    void draw(long bytes) {
        drawn += bytes;
        spend(drawn, MOST_DRAWN);
    }

    /** So many bytes were read; the same ones may be read several times, but not endlessly. */
    void read(long bytes) {
        read += bytes;
        spend(read, readable);
    }

    private void spend(long spent, long most) {
        // A look at the clock costs as much as a hundred bytes.
        if (spent > most || ((++spendings & 0xff) == 0 && nanos.getAsLong() - end > 0)) {
            throw new RefusedException(RejectionReason.BOMB);
        }
    }

    /** Counts what comes out of it as unpacked. */
    InputStream unpacking(InputStream packed) {
        return counting(packed, this::unpack);
    }

    /** Counts what comes out of it as part of a picture. */
    InputStream drawing(InputStream packed) {
        return counting(packed, this::draw);
    }

    private static InputStream counting(InputStream packed, LongConsumer count) {
        return new FilterInputStream(packed) {
            @Override
            public int read() throws IOException {
                int c = super.read();
                count.accept(c < 0 ? 0 : 1);
                return c;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int n = super.read(into, offset, length);
                count.accept(Math.max(n, 0));
                return n;
            }
        };
    }
}
