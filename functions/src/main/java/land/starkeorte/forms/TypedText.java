package land.starkeorte.forms;

import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.LATIN;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person typed, made comparable, and what no keyboard types, found out. */
public final class TypedText {
    /** Scripts in which joiners shape nothing. */
    private static final Set<Character.UnicodeScript> UNJOINED =
            EnumSet.of(LATIN, GREEK, CYRILLIC, COMMON, INHERITED, Character.UnicodeScript.UNKNOWN);

    /** Spaces of every width, and Braille's pattern without a dot. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    private TypedText() {}

    /** NFC, Unix line ends, no blanks around it, nothing that nobody sees; empty where nothing is left to be seen. */
    static String clean(String typed) {
        String clean = typed.replace("\r\n", "\n").replace('\r', '\n');
        String before;
        // What goes may have stood between what belongs together, and marks change places.
        do {
            before = clean;
            clean = Normalizer.normalize(withoutUnseen(before), Normalizer.Form.NFC);
        } while (!clean.equals(before));
        clean = AROUND.matcher(clean).replaceAll("");
        return clean.codePoints().allMatch(TypedText::isNothingByItself) ? "" : clean;
    }

    /**
     * Without what has no shape: soft hyphens, blanks of no width, fillers, tags, selectors. Joiners and selectors stay where
     * they shape what stands beside them: in emoji and in scripts that join their letters.
     */
    public static String withoutUnseen(String text) {
        int[] typed = text.codePoints().toArray();
        var kept = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < typed.length; i++) {
            int c = typed[i];
            if (c == BRAILLE_BLANK) {
                c = ' ';
            }
            if (!isUnseen(c) || shapes(c, before, i + 1 < typed.length ? typed[i + 1] : 0)) {
                kept.appendCodePoint(c);
                before = c;
            }
        }
        return kept.toString();
    }

    /**
     * Whether a reader sees what is stored: no control characters, no half surrogates, nothing that was lost on its way, and
     * none of the marks that turn the reading direction around (Unicode UAX 9), with which one text can be shown as another.
     */
    public static boolean isReadable(String text, boolean severalLines) {
        return text.codePoints().allMatch(c -> isReadable(c) || (severalLines && (c == '\n' || c == '\t')));
    }

    private static boolean isReadable(int c) {
        int type = Character.getType(c);
        return !turnsDirection(c)
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && c != 0xFFFD
                && c != 0xFEFF;
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Format characters, and those that Unicode lets be passed over (Default_Ignorable_Code_Point) for other reasons. */
    private static boolean isUnseen(int c) {
        return (Character.getType(c) == Character.FORMAT && !turnsDirection(c))
                || isSelector(c)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean shapes(int c, int before, int after) {
        if (c == JOINER && Character.isExtendedPictographic(after)) {
            return isPartOfEmoji(before);
        }
        if (c == JOINER || c == JOINER - 1) {
            return isJoined(before) && isJoined(after);
        }
        if (isSelector(c)) {
            boolean shown = c == 0xFE0E || c == 0xFE0F;
            return shown ? Character.isEmoji(before) : Character.UnicodeScript.of(before) == HAN;
        }
        boolean isTag = c > 0xE0020 && c <= 0xE007F;
        return isTag && (before == BLACK_FLAG || (before > 0xE0020 && before < 0xE007F));
    }

    private static boolean isPartOfEmoji(int c) {
        return c == 0xFE0F || Character.isExtendedPictographic(c) || Character.isEmojiModifier(c);
    }

    private static boolean isJoined(int c) {
        return (Character.isLetter(c) || isMark(c))
                && !isUnseen(c)
                && !UNJOINED.contains(Character.UnicodeScript.of(c));
    }

    private static boolean isSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** A blank, or a mark without a letter to stand on. */
    private static boolean isNothingByItself(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isMark(c);
    }
}
