package land.starkeorte.webvtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import land.starkeorte.webvtt.VttFault.Reason;

/** Checks captions and chapters as strictly as the standard writes them (section 4). */
public final class WebVtt {
    /** Bytes in UTF-8: three hours and a half of talk, and what DynamoDB takes in one item. */
    public static final int LONGEST = 350_000;

    private WebVtt() {}

    /** What was found. */
    public sealed interface Checked {}

    /** Nothing is wrong with it; the text as it is kept: lines end as lines do, without a mark of the byte order. */
    public record Valid(String text) implements Checked {}

    /** What is wrong with it, in the order in which it is read; at least one. */
    public record Faulty(List<VttFault> faults) implements Checked {
        /** What is wrong can be read by many at once. */
        public Faulty {
            faults = List.copyOf(faults);
        }

        static Faulty with(Reason reason) {
            return new Faulty(List.of(new VttFault(0, reason)));
        }
    }

    /** As captions. */
    public static Checked captions(String typed) {
        return check(typed, false);
    }

    /** As chapters: each has a title in one line, and none begins before another ends. */
    public static Checked chapters(String typed) {
        return check(typed, true);
    }

    private static Checked check(String typed, boolean chapters) {
        String vtt = (typed.startsWith("\uFEFF") ? typed.substring(1) : typed).replaceAll("\\R", "\n");
        if (vtt.getBytes(UTF_8).length > LONGEST) {
            return Faulty.with(Reason.TOO_LONG);
        }
        if (vtt.contains("\uFFFD") || vtt.contains("\u0000")) {
            return Faulty.with(Reason.NOT_UTF_8);
        }
        var reader = new CueReader(vtt);
        List<Cue> cues = reader.read();
        var faults = new ArrayList<>(reader.faults());
        if (faults.isEmpty() && cues.isEmpty()) {
            return Faulty.with(Reason.NO_CUE);
        }
        if (chapters) {
            faults.addAll(faultsOfChapters(cues));
        }
        return faults.isEmpty() ? new Valid(vtt) : new Faulty(faults);
    }

    private static List<VttFault> faultsOfChapters(List<Cue> cues) {
        var faults = new ArrayList<VttFault>();
        long end = 0;
        for (Cue cue : cues) {
            if (cue.text().contains("\n")) {
                faults.add(new VttFault(cue.line(), Reason.TITLE_OF_LINES));
            }
            if (cue.start() < end) {
                faults.add(new VttFault(cue.line(), Reason.CHAPTERS_OVERLAP));
            }
            end = cue.end();
        }
        return faults;
    }
}
