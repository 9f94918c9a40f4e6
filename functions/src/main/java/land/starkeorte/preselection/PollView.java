package land.starkeorte.preselection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.municipalities.Municipalities;

/** Who voted what: for founders and the office, after the result. */
final class PollView {
    private PollView() {}

    static List<Map<String, ?>> votes(Poll poll) {
        if (poll.isOpen()) {
            throw new IllegalStateException("Votes are confidential until the result");
        }
        return poll.votes().entrySet().stream()
                .<Map<String, ?>>map(entry -> Map.of(
                        "municipality",
                        Municipalities.named(entry.getKey()).label(),
                        "choice",
                        entry.getValue().choice(),
                        "reason",
                        entry.getValue().reason()))
                .toList();
    }

    /**
     * For the office: how many, and only after the result who.
     *
     * @param ags the municipality that the reader votes for, if any: nobody reads a count before they have voted
     */
    static Map<String, ?> forStaff(Poll poll, String ags) {
        var view = new LinkedHashMap<String, Object>();
        view.put("open", poll.isOpen());
        view.put("deadline", poll.deadline().toString());
        view.put("quorum", poll.quorum());
        view.put("electorate", poll.electorate().size());
        if (mayCount(poll, ags)) {
            view.put("cast", poll.votes().size());
        }
        if (poll.result() != null) {
            view.put("result", poll.result());
        }
        if (!poll.isOpen()) {
            view.put("votes", votes(poll));
        }
        return view;
    }

    /** The same in one line, of a vote that is open. */
    static Map<String, ?> line(Poll poll, String ags) {
        var view = new LinkedHashMap<String, Object>();
        view.put("dossier", poll.dossier());
        view.put("deadline", poll.deadline().toString());
        view.put("electorate", poll.electorate().size());
        if (mayCount(poll, ags)) {
            view.put("cast", poll.votes().size());
        }
        return view;
    }

    private static boolean mayCount(Poll poll, String ags) {
        return !poll.isOpen()
                || !poll.electorate().contains(ags)
                || poll.votes().containsKey(ags);
    }
}
