package land.starkeorte.webvtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import land.starkeorte.forms.TypedText;
import land.starkeorte.webvtt.VttFault.Reason;

/** Reads one text, block by block, and notes what is wrong in each. */
final class CueReader {
    private static final Pattern TIMES = Pattern.compile("(\\S+)[ \\t]+-->[ \\t]+(\\S+)([ \\t].*)?");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    /** An escape could spell each of the others. */
    private static final Pattern LOADS = Pattern.compile("url|image|src\\s*\\(|@|\\\\|/\\*", Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private final List<VttFault> faults = new ArrayList<>();
    private int at;

    CueReader(String text) {
        this.lines = text.lines().toList();
    }

    List<VttFault> faults() {
        return faults;
    }

    /** Those that can be read; none of a text that does not even begin as it should. */
    List<Cue> read() {
        for (int line = 0; line < lines.size(); line++) {
            if (!TypedText.isReadable(lines.get(line), true)) {
                note(line + 1, Reason.UNREADABLE_CHARACTER);
            }
        }
        if (lines.isEmpty() || !lines.getFirst().matches("WEBVTT([ \\t].*)?")) {
            note(1, Reason.NO_HEADER);
        } else if (lines.size() > 1 && !lines.get(1).isBlank()) {
            note(2, Reason.NO_BLANK_AFTER_HEADER);
        }
        at = 1;
        return faults.isEmpty() ? cues() : List.of();
    }

    private List<Cue> cues() {
        var cues = new ArrayList<Cue>();
        while (skipBlank()) {
            if (lines.get(at).matches("STYLE([ \\t].*)?")) {
                style();
            } else if (lines.get(at).matches("(NOTE|REGION)([ \\t].*)?")) {
                skipBlock();
            } else {
                cue().ifPresent(cue -> {
                    if (!cues.isEmpty() && cue.start() < cues.getLast().start()) {
                        note(cue.line(), Reason.EARLIER_THAN_BEFORE);
                    }
                    cues.add(cue);
                });
                skipBlock();
            }
        }
        return cues;
    }

    private Optional<Cue> cue() {
        if (!isTimes()) {
            at++; // Its name.
        }
        if (!isTimes()) {
            return refused(Math.min(at + 1, lines.size()), Reason.NO_TIMES);
        }
        int line = at + 1;
        Matcher times = TIMES.matcher(lines.get(at++).strip());
        if (!times.matches()) {
            return refused(line, Reason.TIMES_UNREADABLE);
        }
        OptionalLong start = time(times.group(1), line);
        OptionalLong end = start.isEmpty() ? start : time(times.group(2), line);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        return end.getAsLong() <= start.getAsLong()
                ? refused(line, Reason.END_BEFORE_START)
                : text(line).map(text -> new Cue(start.getAsLong(), end.getAsLong(), text, line));
    }

    private boolean isTimes() {
        return at < lines.size() && lines.get(at).contains("-->");
    }

    private Optional<String> text(int line) {
        var text = new ArrayList<String>();
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            if (isTimes()) {
                return refused(at + 1, Reason.NO_BLANK_BEFORE_TIMES);
            }
            text.add(lines.get(at));
        }
        return text.isEmpty() ? refused(line, Reason.NO_TEXT) : Optional.of(String.join("\n", text));
    }

    private OptionalLong time(String typed, int line) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            note(line, typed.contains(",") ? Reason.COMMA_IN_TIME : Reason.TIME_UNREADABLE);
            return OptionalLong.empty();
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        return OptionalLong.of(
                ((hours * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) * 1000
                        + Long.parseLong(time.group(4)));
    }

    private boolean skipBlank() {
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at < lines.size();
    }

    /** How captions look may be said, but nothing may be loaded for it, however that is written. */
    private void style() {
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            if (LOADS.matcher(lines.get(at)).find()) {
                note(at + 1, Reason.STYLE_LOADS);
            }
        }
    }

    private void skipBlock() {
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
    }

    private <T> Optional<T> refused(int line, Reason reason) {
        note(line, reason);
        return Optional.empty();
    }

    private void note(int line, Reason reason) {
        faults.add(new VttFault(line, reason));
    }
}
