package land.starkeorte.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Source Sans, which comes with the e-invoice library, made fit for papers that are read out and copied from. As it is, the
 * PDF library joins letters („ft“) to signs that stand for no text, and takes a sign that is drawn like another one (’ and ʼ)
 * for whichever has the lower number: what was written could be seen, but not read back.
 */
final class Typeface {
    /** Where the list of tables begins, and how long each of its lines is (OpenType, Organization of an OpenType Font). */
    private static final int TABLES = 12;

    private static final int TABLE = 16;

    /** Signs that stand above or beside letters of other languages; their twins are the quotation marks. */
    private static final int FIRST_MODIFIER = 0x2B0;

    private static final int LAST_MODIFIER = 0x2FF;

    private final byte[] font;
    private final CmapLookup glyphs;

    /** The one letter by which each glyph is known. */
    private final Map<Integer, Integer> letters = new TreeMap<>();

    /** @param weight {@code Regular} or {@code Bold} */
    Typeface(String weight) {
        String name = "/fonts/SourceSansPro-" + weight + ".ttf";
        try (InputStream source = Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
            byte[] original = source.readAllBytes();
            try (var read = new RandomAccessReadBuffer(original)) {
                glyphs = new TTFParser().parse(read).getUnicodeCmapLookup();
            }
            for (int letter = ' '; letter <= Character.MAX_CODE_POINT; letter++) {
                int glyph = glyphs.getGlyphId(letter);
                if (glyph != 0) {
                    letters.merge(glyph, letter, (first, next) -> isModifier(first) ? next : first);
                }
            }
            font = readable(original);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font's file. */
    byte[] file() {
        return font;
    }

    /**
     * The same text as it can be printed: an unusual blank becomes a common one, and what has no glyph is named by its number,
     * so that nothing is lost.
     */
    String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            int glyph = letter >= ' ' ? glyphs.getGlyphId(letter) : 0;
            if (letter == '\n' || letter == '\t' || letter == '\u00a0') {
                printable.appendCodePoint(letter);
            } else if (glyph != 0) {
                printable.appendCodePoint(letters.getOrDefault(glyph, letter));
            } else if (letter == '\u202f' || letter == '\u2007') {
                printable.append('\u00a0');
            } else if (Character.isSpaceChar(letter)) {
                printable.append(' ');
            } else if (letter >= ' ' && Character.getType(letter) != Character.FORMAT) {
                printable.append(String.format(Locale.ROOT, "[U+%04X]", letter));
            }
        });
        return printable.toString();
    }

    private static boolean isModifier(int letter) {
        return letter >= FIRST_MODIFIER && letter <= LAST_MODIFIER;
    }

    /** With another list of letters at its end, and without the table that joins them. */
    private byte[] readable(byte[] original) {
        byte[] list = list();
        var file =
                ByteBuffer.allocate(original.length + list.length).put(original).put(list);
        int tables = file.getShort(4);
        for (int at = TABLES; at < TABLES + tables * TABLE; at += TABLE) {
            String tag = new String(original, at, 4, java.nio.charset.StandardCharsets.US_ASCII);
            if (tag.equals("cmap")) {
                file.putInt(at + 8, original.length).putInt(at + 12, list.length);
            } else if (tag.equals("GSUB")) {
                file.put(at, (byte) 'x');
            }
        }
        return file.array();
    }

    /** A table {@code cmap} with one subtable of format 12: a group for each letter. */
    private byte[] list() {
        var byLetter = new TreeMap<Integer, Integer>();
        letters.forEach((glyph, letter) -> byLetter.put(letter, glyph));
        int length = 16 + 12 * byLetter.size();
        var table = ByteBuffer.allocate(12 + length)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(length)
                .putInt(0)
                .putInt(byLetter.size());
        byLetter.forEach((letter, glyph) -> table.putInt(letter).putInt(letter).putInt(glyph));
        return table.array();
    }
}
