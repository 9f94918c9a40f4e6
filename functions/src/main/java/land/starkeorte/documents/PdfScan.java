package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what runs or reaches outside in a PDF. It trusts neither its table of contents nor the lengths it tells: wherever
 * {@code obj} stands an object may begin for some reader, so each is looked at, and all object streams are unpacked. Nothing
 * is built of it, so that memory stays constant and nothing recurses.
 */
final class PdfScan {
    /** Of some hundred objects; programs write a megabyte at most. */
    private static final int LARGEST_OBJECT_STREAM = 16 * 1024 * 1024;

    private static final int MOST_IN_STREAM = 100_000;

    /** A0 in 600 dpi, or half of it in colour. */
    private static final long LARGEST_PICTURE = 1024L * 1024 * 1024;

    private static final int WIDEST_PICTURE = 1_000_000;

    private static final Set<String> PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    private final ByteBuffer file;
    private final ScanBudget budget;
    private final Set<Integer> started = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final byte[] buffer = new byte[16 * 1024];
    private boolean encrypted;
    private boolean broken;
    private boolean first = true;

    PdfScan(ByteBuffer file, ScanBudget budget) {
        this.file = file;
        this.budget = budget;
    }

    /** Why it cannot be taken; nothing when it can. */
    Optional<RejectionReason> refuse() {
        if (!beginsWith(0, "%PDF-")) {
            return Optional.of(RejectionReason.TYPE);
        }
        int known;
        do {
            known = started.size();
            pass();
            first = false;
        } while (started.size() > known);
        if (encrypted) {
            return Optional.of(RejectionReason.ENCRYPTED);
        }
        int end = lastIndexOf("%%EOF");
        if (broken || end < 0 || !kinds.containsAll(Set.of("Catalog", "Page"))) {
            return Optional.of(RejectionReason.BROKEN);
        }
        return isBlankFrom(end + 5) ? Optional.empty() : Optional.of(RejectionReason.FOREIGN);
    }

    private void pass() {
        for (int at = 0; at + 3 <= file.limit(); at++) {
            if (at % 65536 == 0) {
                budget.read(65536);
            }
            byte c = file.get(at);
            if (c == 'o' && beginsWith(at, "obj") && !isLetter(at - 1)) {
                object(at);
            } else if (first && c == 't' && beginsWith(at, "trailer")) {
                trailer(PdfObject.read(new PdfTokens(file, at + 7, budget), false));
            }
        }
    }

    private void object(int at) {
        var tokens = new PdfTokens(file, at + 3, budget);
        PdfObject object = note(PdfObject.read(tokens, started.contains(numberBefore(at))));
        if (tokens.text().equals("stream")
                || (tokens.next() == PdfTokens.Kind.WORD && tokens.text().equals("stream"))) {
            stream(object, tokens.position());
        }
    }

    private PdfObject note(PdfObject object) {
        started.addAll(object.started);
        kinds.add(object.words.getOrDefault("Type", ""));
        if (object.words.getOrDefault("Type", "").equals("XRef")) {
            trailer(object);
        }
        return object;
    }

    private void trailer(PdfObject object) {
        encrypted |= object.words.containsKey("Encrypt");
    }

    private void stream(PdfObject object, int after) {
        int from = after;
        if (from < file.limit() && file.get(from) == '\r') {
            from++;
        }
        if (from < file.limit() && file.get(from) == '\n') {
            from++;
        }
        if (object.words.containsKey("F")) {
            // Its content lies in another file.
            throw new RefusedException(RejectionReason.OUTSIDE);
        }
        boolean holdsObjects = object.words.getOrDefault("Type", "").equals("ObjStm")
                || (object.words.containsKey("N") && object.words.containsKey("First"));
        if (!holdsObjects && !first) {
            return;
        }
        ByteBuffer content = file.slice(from, end(object, from) - from);
        if (holdsObjects) {
            objects(object, content);
        } else {
            count(object, content);
        }
    }

    /** As it says, if it says so truly; else where the next {@code endstream} stands. */
    private int end(PdfObject object, int from) {
        long said = from + number(object, "Length", 0);
        if (said > from && said < file.limit()) {
            for (int at = (int) said; at < Math.min(said + 3, file.limit()); at++) {
                if (beginsWith(at, "endstream")) {
                    return (int) said;
                }
            }
        }
        for (int at = from; at < file.limit(); at++) {
            if (at % 65536 == 0) {
                budget.read(65536);
            }
            if (file.get(at) == 'e' && beginsWith(at, "endstream")) {
                return at;
            }
        }
        return file.limit();
    }

    private void objects(PdfObject object, ByteBuffer packed) {
        byte[] unpacked = new byte[0];
        try (InputStream in = PdfFilters.open(object, packed, budget::unpacking)) {
            unpacked = in.readNBytes(LARGEST_OBJECT_STREAM + 1);
        } catch (IOException unreadable) {
            // Where the file is encrypted all are.
            broken = true;
        }
        if (unpacked.length > LARGEST_OBJECT_STREAM) {
            throw new RefusedException(RejectionReason.BOMB);
        }
        ByteBuffer content = ByteBuffer.wrap(unpacked);
        var head = new PdfTokens(content, 0, budget);
        long begin = number(object, "First", -1);
        broken |= begin < 0;
        for (int i = 0; i < MOST_IN_STREAM; i++) {
            long number = number(head);
            long offset = number(head);
            if (begin < 0 || number < 0 || offset < 0) {
                return;
            }
            if (begin + offset < content.limit()) {
                note(PdfObject.read(
                        new PdfTokens(content, (int) (begin + offset), budget), started.contains((int) number)));
            }
        }
        throw new RefusedException(RejectionReason.BOMB);
    }

    private static long number(PdfTokens tokens) {
        return tokens.next() == PdfTokens.Kind.NUMBER ? number(tokens.text(), -1) : -1;
    }

    /** What comes out is counted and forgotten; a stream that is a little broken does not break a file. */
    private void count(PdfObject object, ByteBuffer packed) {
        List<String> filters = object.lists.getOrDefault("Filter", List.of());
        boolean picture = object.words.getOrDefault("Subtype", "").equals("Image");
        if (picture) {
            long width = Math.max(number(object, "Width", 0), 0);
            long height = Math.max(number(object, "Height", 0), 0);
            long bits = width * height * (number(object, "BitsPerComponent", 8) == 1 ? 1 : 8);
            if (Math.max(width, height) > WIDEST_PICTURE || bits / 8 > LARGEST_PICTURE) {
                throw new RefusedException(RejectionReason.PIXELS);
            }
            if (filters.stream().anyMatch(PICTURES::contains)) {
                budget.draw(bits / 8);
            }
        }
        try (InputStream in = PdfFilters.open(object, packed, picture ? budget::drawing : budget::unpacking)) {
            while (in.read(buffer) >= 0) {
                // Counted by the budget.
            }
        } catch (IOException unreadable) {
            // Counted as far as it went.
        }
    }

    private static long number(PdfObject object, String key, long otherwise) {
        String word = object.words.get(key);
        return word == null ? otherwise : number(word, otherwise);
    }

    private static long number(String word, long otherwise) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** The object's number, as it stands in front of its generation and of {@code obj}; none where it is written oddly. */
    private int numberBefore(int obj) {
        int from = Math.max(0, obj - 40);
        byte[] before = new byte[obj - from];
        file.get(from, before);
        String[] words = new String(before, ISO_8859_1).strip().split("[\\s\\x00]+", -1);
        if (words.length < 2) {
            return -1;
        }
        String digits = words[words.length - 2].replaceAll("^.*\\D", "");
        return (int) number(digits, -1);
    }

    private boolean beginsWith(int at, String word) {
        if (at + word.length() > file.limit()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (file.get(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLetter(int at) {
        return at >= 0 && Character.isLetter(file.get(at) & 0x7f);
    }

    private int lastIndexOf(String word) {
        int at = file.limit() - word.length();
        while (at >= 0 && !beginsWith(at, word)) {
            at--;
        }
        return at;
    }

    private boolean isBlankFrom(int from) {
        for (int at = from; at < file.limit(); at++) {
            if (!PdfTokens.isBlank(file.get(at) & 0xff) && file.get(at) != 0x1a) {
                return false;
            }
        }
        return true;
    }
}
