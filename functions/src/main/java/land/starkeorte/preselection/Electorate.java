package land.starkeorte.preselection;

import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;

/** Lets founders look into what they vote on, and nobody else. */
public final class Electorate {
    private final DynamoPolls polls;

    Electorate(DynamoPolls polls) {
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
        return ags.isEmpty() ? refuse() : polls.founder(ags).orElseGet(Electorate::refuse);
    }

    Poll poll(Request request, Founder founder) {
        return polls.find(request.path("id"))
                .filter(poll -> poll.electorate().contains(founder.ags()))
                .orElseThrow(() -> Problem.notFound("Diese Vorauswahl gibt es nicht."));
    }

    private static Founder refuse() {
        throw Problem.forbidden();
    }
}
