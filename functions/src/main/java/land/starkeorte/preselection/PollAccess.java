package land.starkeorte.preselection;

import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;

/** Lets founders look into what they vote on, and nobody else. */
public final class PollAccess {
    private final Polls polls;

    PollAccess(Polls polls) {
        this.polls = polls;
    }

    /** The dossier of the route's {@code {id}}, for a founder who votes on it. */
    public String dossier(Request request) {
        request.requireGroup("founder");
        return poll(request, founder(request)).dossier();
    }

    /** The group alone is not enough: the account must belong to a municipality that is a founder now. */
    Founder founder(Request request) {
        String ags = request.caller().ags();
        return ags.isEmpty() ? refuse() : polls.founder(ags).orElseGet(PollAccess::refuse);
    }

    /** What a municipality applied with is read as long as nothing is decided about it, and not afterwards. */
    Poll poll(Request request, Founder founder) {
        Poll found = polls.find(request.path("id"))
                .filter(poll -> poll.electorate().contains(founder.ags()))
                .orElseThrow(() -> Problem.notFound("Diese Vorauswahl gibt es nicht."));
        Poll.Ended ended = found.ended();
        if (ended != null) {
            throw Problem.notFound(
                    switch (ended) {
                        case WITHDRAWN ->
                            "Die Kommune hat ihren Antrag zurückgezogen. Antrag und Dokumente sind deshalb nicht mehr zu sehen.";
                        case DECLINED ->
                            "Der Antrag wurde abgelehnt. Antrag und Dokumente sind deshalb nicht mehr zu sehen.";
                        case ADMITTED ->
                            "Die Kommune ist aufgenommen. Antrag und Dokumente sind nach der Entscheidung nicht mehr zu sehen.";
                    });
        }
        return found;
    }

    private static Founder refuse() {
        throw Problem.forbidden();
    }
}
