package land.starkeorte.forms;

import java.text.Normalizer;

/** What a person typed, made comparable, and what no keyboard types, found out. */
final class Text {
    private Text() {}

    /** NFC, Unix line ends, no blanks around it. */
    static String clean(String typed) {
        return Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
    }

    /**
     * Whether a reader sees what is stored: no control characters, no half surrogates, and none of the marks that turn the
     * reading direction around (Unicode UAX 9), with which one text can be shown as another.
     */
    static boolean isReadable(String text, boolean severalLines) {
        return text.codePoints().allMatch(c -> isReadable(c) || (severalLines && (c == '\n' || c == '\t')));
    }

    private static boolean isReadable(int c) {
        boolean turnsDirection = c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
        int type = Character.getType(c);
        return !turnsDirection
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && c != 0xFEFF;
    }
}
