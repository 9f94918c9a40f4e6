package land.starkeorte.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import land.starkeorte.forms.TypedText;
import land.starkeorte.http.Problem;

/**
 * Checks captions and chapters as strictly as the standard writes them (W3C WebVTT, section 4), because browsers pass over in
 * silence what they do not understand: a caption that nobody sees helps nobody. What is refused names its line.
 */
final class WebVtt {
    /** Bytes in UTF-8: three hours and a half of talk, and what DynamoDB takes in one item. */
    static final int LONGEST = 350_000;

    private static final Pattern TIMES = Pattern.compile("(\\S+)[ \\t]+-->[ \\t]+(\\S+)([ \\t].*)?");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    /** An escape could spell each of the others. */
    private static final Pattern LOADS = Pattern.compile("url|image|src\\s*\\(|@|\\\\|/\\*", Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private int at;

    private WebVtt(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * A part of the time in which something is said.
     *
     * @param start in milliseconds
     * @param line where it stands
     */
    record Cue(long start, long end, String text, int line) {}

    /** The text as it is kept: lines end as lines do, without a mark of the byte order. */
    static String captions(String typed) {
        String vtt = clean(typed);
        new WebVtt(vtt).cues();
        return vtt;
    }

    /** The same for chapters: each has a title in one line, and none begins before another ends. */
    static String chapters(String typed) {
        String vtt = clean(typed);
        List<Cue> cues = new WebVtt(vtt).cues();
        long end = 0;
        for (Cue cue : cues) {
            if (cue.text().contains("\n")) {
                throw wrong(cue.line(), "Der Titel eines Kapitels hat nur eine Zeile.");
            }
            if (cue.start() < end) {
                throw wrong(cue.line(), "Das Kapitel beginnt, bevor das vorige endet.");
            }
            end = cue.end();
        }
        return vtt;
    }

    private static String clean(String typed) {
        String vtt = (typed.startsWith("\uFEFF") ? typed.substring(1) : typed).replaceAll("\\R", "\n");
        if (vtt.getBytes(UTF_8).length > LONGEST) {
            throw Problem.invalid("vtt", "Die Datei ist zu groß; erlaubt sind 350 KB. Teilen Sie die Aufzeichnung.");
        }
        if (vtt.contains("\uFFFD") || vtt.contains("\u0000")) {
            throw Problem.invalid("vtt", "Die Datei ist kein Text in UTF-8. Speichern Sie sie mit dieser Kodierung.");
        }
        return vtt;
    }

    private List<Cue> cues() {
        for (int line = 0; line < lines.size(); line++) {
            if (!TypedText.isReadable(lines.get(line), true)) {
                throw wrong(
                        line + 1,
                        "Hier steht ein Zeichen, das niemand sieht oder das die Leserichtung umkehrt. Tippen Sie die Zeile neu.");
            }
        }
        if (lines.isEmpty() || !lines.getFirst().matches("WEBVTT([ \\t].*)?")) {
            throw wrong(1, "Die Datei muss mit der Zeile WEBVTT beginnen. Speichern Sie die Untertitel als WebVTT.");
        }
        at = 1;
        if (at < lines.size() && !lines.get(at).isBlank()) {
            throw wrong(2, "Nach WEBVTT muss eine leere Zeile stehen.");
        }
        var cues = new ArrayList<Cue>();
        while (skipBlank()) {
            if (lines.get(at).matches("STYLE([ \\t].*)?")) {
                style();
            } else if (lines.get(at).matches("(NOTE|REGION)([ \\t].*)?")) {
                skipBlock();
            } else {
                Cue cue = cue();
                if (!cues.isEmpty() && cue.start() < cues.getLast().start()) {
                    throw wrong(cue.line(), "Die Zeit liegt vor der des Eintrags davor.");
                }
                cues.add(cue);
            }
        }
        if (cues.isEmpty()) {
            throw Problem.invalid("vtt", "Die Datei enthält keinen einzigen Eintrag.");
        }
        return cues;
    }

    private Cue cue() {
        if (!lines.get(at).contains("-->")) {
            at++; // Its name.
        }
        if (at == lines.size() || !lines.get(at).contains("-->")) {
            throw wrong(
                    Math.min(at + 1, lines.size()),
                    "Hier müssen die Zeiten stehen, zum Beispiel 00:01:05.000 --> 00:01:09.500.");
        }
        int line = at + 1;
        Matcher times = TIMES.matcher(lines.get(at++).strip());
        if (!times.matches()) {
            throw wrong(line, "Die Zeiten sind nicht lesbar. So stehen sie: 00:01:05.000 --> 00:01:09.500.");
        }
        long start = time(times.group(1), line);
        long end = time(times.group(2), line);
        if (end <= start) {
            throw wrong(line, "Das Ende liegt nicht nach dem Beginn.");
        }
        var text = new ArrayList<String>();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            if (lines.get(at).contains("-->")) {
                throw wrong(at + 1, "Vor den nächsten Zeiten fehlt eine leere Zeile.");
            }
            text.add(lines.get(at++));
        }
        if (text.isEmpty()) {
            throw wrong(line, "Zu diesen Zeiten fehlt der Text.");
        }
        return new Cue(start, end, String.join("\n", text), line);
    }

    private static long time(String typed, int line) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            throw wrong(
                    line,
                    typed.contains(",")
                            ? "Vor den Tausendsteln steht ein Punkt, kein Komma: 00:01:05.000. Mit Komma ist es SRT."
                            : "Die Zeit ist nicht lesbar. So steht sie: 00:01:05.000.");
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        return ((hours * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) * 1000
                + Long.parseLong(time.group(4));
    }

    private boolean skipBlank() {
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at < lines.size();
    }

    /** How captions look may be said, but nothing may be loaded for it, however that is written. */
    private void style() {
        while (at < lines.size() && !lines.get(at).isBlank()) {
            if (LOADS.matcher(lines.get(at++)).find()) {
                throw wrong(
                        at,
                        "Aussehen darf nichts von anderswo laden: Hier dürfen kein url, image, @, \\ und kein Kommentar stehen.");
            }
        }
    }

    private void skipBlock() {
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
    }

    private static Problem wrong(int line, String why) {
        return Problem.invalid("vtt", String.format(Locale.ROOT, "Zeile %d: %s", line, why));
    }
}
