package land.starkeorte.documents;

import java.nio.ByteBuffer;

/** The words of PDF's object syntax (ISO 32000-2, 7.2 and 7.3), one after the other, without building anything of them. */
final class PdfTokens {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        DICTIONARY,
        DICTIONARY_END,
        ARRAY,
        ARRAY_END,
        /** {@code R}, {@code endobj}, {@code stream}, {@code true} and whatever nobody knows. */
        WORD,
        END
    }

    /** No name that means something is longer; a longer one is cut. */
    private static final int LONGEST = 127;

    private final ByteBuffer bytes;
    private final ScanBudget budget;
    private final StringBuilder text = new StringBuilder();
    private int at;

    PdfTokens(ByteBuffer bytes, int from, ScanBudget budget) {
        this.bytes = bytes;
        this.at = from;
        this.budget = budget;
    }

    /** Where the next word is looked for. */
    int position() {
        return at;
    }

    /** What a name, number or word says; names without their slash and escapes. */
    String text() {
        return text.toString();
    }

    Kind next() {
        int from = at;
        Kind kind = read();
        budget.read(at - from);
        return kind;
    }

    private Kind read() {
        skipBlank();
        text.setLength(0);
        if (at >= bytes.limit()) {
            return Kind.END;
        }
        int c = bytes.get(at++) & 0xff;
        return switch (c) {
            case '/' -> name();
            case '(' -> literal();
            case '<' -> peek() == '<' ? step(Kind.DICTIONARY) : hexadecimal();
            case '>' -> peek() == '>' ? step(Kind.DICTIONARY_END) : Kind.WORD;
            case '[' -> Kind.ARRAY;
            case ']' -> Kind.ARRAY_END;
            case '{', '}', ')' -> Kind.WORD;
            default -> word(c);
        };
    }

    private Kind step(Kind kind) {
        at++;
        return kind;
    }

    private int peek() {
        return at < bytes.limit() ? bytes.get(at) & 0xff : -1;
    }

    private void skipBlank() {
        for (; at < bytes.limit(); at++) {
            int c = bytes.get(at) & 0xff;
            if (c == '%') {
                while (at < bytes.limit() && bytes.get(at) != '\n' && bytes.get(at) != '\r') {
                    at++;
                }
            } else if (!isBlank(c)) {
                return;
            }
        }
    }

    private Kind name() {
        while (at < bytes.limit() && isRegular(bytes.get(at) & 0xff)) {
            int c = bytes.get(at++) & 0xff;
            if (c == '#' && at + 1 < bytes.limit()) {
                int high = Character.digit(bytes.get(at), 16);
                int low = Character.digit(bytes.get(at + 1), 16);
                if (high >= 0 && low >= 0) {
                    c = high * 16 + low;
                    at += 2;
                }
            }
            append(c);
        }
        return Kind.NAME;
    }

    /** Brackets inside are balanced or escaped. */
    private Kind literal() {
        for (int depth = 1; depth > 0 && at < bytes.limit(); at++) {
            switch (bytes.get(at)) {
                case '\\' -> at++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
        }
        at = Math.min(at, bytes.limit());
        return Kind.STRING;
    }

    private Kind hexadecimal() {
        while (at < bytes.limit() && bytes.get(at++) != '>') {
            // What stands in it does not matter.
        }
        return Kind.STRING;
    }

    private Kind word(int first) {
        append(first);
        boolean number = isOfNumber(first);
        while (at < bytes.limit() && isRegular(bytes.get(at) & 0xff)) {
            int c = bytes.get(at++) & 0xff;
            number &= isOfNumber(c);
            append(c);
        }
        return number ? Kind.NUMBER : Kind.WORD;
    }

    private void append(int c) {
        if (text.length() < LONGEST) {
            text.append((char) c);
        }
    }

    private static boolean isOfNumber(int c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isRegular(int c) {
        return !isBlank(c) && "()<>[]{}/%".indexOf(c) < 0;
    }
}
