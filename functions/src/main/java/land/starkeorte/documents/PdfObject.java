package land.starkeorte.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import land.starkeorte.documents.PdfTokens.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One object of a PDF as it passes by: what must not be in it ends the check, what is needed of it (its own dictionary's
 * words and numbers, and whom it starts) is kept.
 */
final class PdfObject {
    /** Deeper is nothing that a program writes; readers that recurse die of it. */
    private static final int DEEPEST = 256;

    /** Whose value starts or carries something, wherever it stands. */
    private static final Map<String, RejectionReason> KEYS = Map.of(
            "JS", RejectionReason.SCRIPT,
            "JavaScript", RejectionReason.SCRIPT,
            "OnInstantiate", RejectionReason.SCRIPT,
            "RichMediaContent", RejectionReason.SCRIPT,
            "XFA", RejectionReason.FORM,
            "EmbeddedFiles", RejectionReason.EMBEDDED,
            "EF", RejectionReason.EMBEDDED);

    /** What an action may not be, however it is started (ISO 32000-2, 12.6.4). */
    private static final Map<String, RejectionReason> ACTIONS = Map.of(
            "JavaScript", RejectionReason.SCRIPT,
            "Launch", RejectionReason.SCRIPT,
            "Rendition", RejectionReason.SCRIPT,
            "RichMediaExecute", RejectionReason.SCRIPT,
            "SubmitForm", RejectionReason.FORM,
            "ImportData", RejectionReason.FORM,
            "GoToE", RejectionReason.EMBEDDED);

    /** What a person may click, but nothing may start by itself. */
    private static final Set<String> LEAVING = Set.of("URI", "GoToR", "Thread", "Movie", "Sound", "GoToDp");

    private static final Map<String, RejectionReason> KINDS = Map.of(
            "EmbeddedFile",
            RejectionReason.EMBEDDED,
            "FileAttachment",
            RejectionReason.EMBEDDED,
            "RichMedia",
            RejectionReason.SCRIPT);

    /** When an additional action starts, and what follows an action. */
    private static final Set<String> TRIGGERS = Set.of(
            "E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI", "O", "C", "K", "F", "V", "WC", "WS", "DS", "WP",
            "DP", "Next");

    /** What is kept of the outermost dictionary. */
    private static final Set<String> KEPT = Set.of(
            "Type",
            "Subtype",
            "N",
            "First",
            "Length",
            "Filter",
            "DecodeParms",
            "F",
            "Width",
            "Height",
            "BitsPerComponent",
            "Encrypt");

    /** More is nothing that a program writes. */
    private static final int MOST_STARTED = 1000;

    /** Below these, keys are names that somebody has given to a font or a picture. */
    private static final Set<String> NAMING = Set.of(
            "Font",
            "XObject",
            "ExtGState",
            "ColorSpace",
            "Pattern",
            "Shading",
            "Properties",
            "CharProcs",
            "Dests",
            "Colorants",
            "RoleMap",
            "ClassMap");

    /** A dictionary or array that is open. */
    private static final class Level {
        final boolean dictionary;
        final boolean automatic;
        final boolean naming;

        @Nullable
        String key;

        boolean valued = true;

        Level(boolean dictionary, boolean automatic, boolean naming) {
            this.dictionary = dictionary;
            this.automatic = automatic;
            this.naming = naming;
        }
    }

    /** Of the outermost dictionary. */
    final Map<String, String> words = new HashMap<>();

    /** Names and numbers that stand in an array, or in a dictionary that is alone or in an array, below it. */
    final Map<String, List<String>> lists = new HashMap<>();

    /** Objects that are started without anybody's click. */
    final Set<Integer> started = new HashSet<>();

    private final boolean automatic;
    private final List<Level> levels = new ArrayList<>();
    private int last = -1;
    private int lastButOne = -1;

    private PdfObject(boolean automatic) {
        this.automatic = automatic;
    }

    /**
     * Reads one object; the words behind it are left to be read.
     *
     * @param automatic whether something starts it by itself
     */
    static PdfObject read(PdfTokens tokens, boolean automatic) {
        var object = new PdfObject(automatic);
        do {
            Kind kind = tokens.next();
            if (kind == Kind.END || (kind == Kind.WORD && !object.take(tokens.text()))) {
                return object;
            }
            object.take(kind, tokens);
        } while (!object.levels.isEmpty());
        return object;
    }

    /** Whether the object goes on behind this word. */
    private boolean take(String word) {
        if (word.equals("R")) {
            refer(lastButOne);
        }
        return !levels.isEmpty() && !word.equals("endobj") && !word.equals("stream") && !word.equals("obj");
    }

    private void take(Kind kind, PdfTokens tokens) {
        switch (kind) {
            case DICTIONARY -> open(true);
            case ARRAY -> open(false);
            case DICTIONARY_END, ARRAY_END -> close();
            case NAME -> name(tokens.text());
            case NUMBER -> number(tokens.text());
            case STRING -> value("");
            case WORD, END -> {}
        }
    }

    private void open(boolean dictionary) {
        if (levels.size() == DEEPEST) {
            throw new RefusedException(RejectionReason.BOMB);
        }
        String key = key();
        refuse(key, true);
        if (dictionary && key.equals("Ref")) {
            // A page of another file, shown in this one. As an array it is a reference between parts of the text.
            refuse(RejectionReason.OUTSIDE);
        }
        boolean starts = levels.isEmpty() ? automatic : levels.getLast().automatic;
        value();
        levels.add(new Level(
                dictionary,
                starts || key.equals("AA") || key.equals("OpenAction"),
                dictionary && NAMING.contains(key)));
    }

    private void close() {
        if (!levels.isEmpty()) {
            levels.removeLast();
        }
        value();
    }

    private void name(String name) {
        Level level = levels.isEmpty() ? null : levels.getLast();
        if (level != null && level.dictionary && level.valued) {
            level.key = name;
            level.valued = false;
            return;
        }
        String key = key();
        if (key.equals("S")) {
            refuse(ACTIONS.get(name));
            if (level != null && LEAVING.contains(name)) {
                refuse(level.automatic ? RejectionReason.OUTSIDE : null);
            }
        } else if (key.equals("Type") || key.equals("Subtype")) {
            refuse(KINDS.get(name));
        }
        value(name);
    }

    private void number(String number) {
        lastButOne = last;
        last = whole(number);
        value(number);
    }

    /** The two numbers before it were no values of their own. */
    private void refer(int object) {
        Level level = levels.isEmpty() ? null : levels.getLast();
        String key = key();
        refuse(key, true);
        if (level == null || object < 0) {
            return;
        }
        // In an array they are pages to go to, or actions that follow.
        boolean startable = level.dictionary
                ? key.equals("AA") || key.equals("OpenAction") || (level.automatic && TRIGGERS.contains(key))
                : level.automatic && key.equals("Next");
        if (startable && started.add(object) && started.size() > MOST_STARTED) {
            refuse(RejectionReason.BOMB);
        }
        if (levels.size() == 1 && KEPT.contains(key)) {
            words.put(key, "R");
        }
    }

    private void value(String value) {
        String key = key();
        refuse(key, value.isEmpty());
        String outermost = outerKey();
        if (KEPT.contains(outermost)) {
            if (levels.size() == 1) {
                words.putIfAbsent(key, value);
            }
            List<String> list = lists.computeIfAbsent(outermost, _ -> new ArrayList<>());
            if (list.size() < 32) {
                list.add(levels.size() > 1 && levels.getLast().dictionary ? key + "=" + value : value);
            }
        }
        value();
    }

    private void value() {
        if (!levels.isEmpty() && levels.getLast().dictionary) {
            levels.getLast().valued = true;
        }
    }

    /** An array's values are of the key that the array is of. */
    private String key() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            if (level.dictionary) {
                return level.key == null ? "" : level.key;
            }
        }
        return "";
    }

    private String outerKey() {
        Level outer = levels.isEmpty() ? null : levels.getFirst();
        return outer == null || outer.key == null ? "" : outer.key;
    }

    /** @param rich whether its value is more than a name or a number, as something that does something is */
    private void refuse(String key, boolean rich) {
        RejectionReason reason = KEYS.get(key);
        if (reason != null && rich && !isName()) {
            refuse(reason);
        }
    }

    private boolean isName() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).dictionary) {
                return levels.get(i).naming;
            }
        }
        return false;
    }

    private static void refuse(@Nullable RejectionReason reason) {
        if (reason != null) {
            throw new RefusedException(reason);
        }
    }

    private static int whole(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException fraction) {
            return -1;
        }
    }
}
