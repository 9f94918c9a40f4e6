package land.starkeorte.applications;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import org.jspecify.annotations.Nullable;

/** Lets officials into their dossiers, by the secret of their link, and nobody else. */
public final class Doors {
    /** So many people do not write into one dossier at the same moment. */
    private static final int TRIES = 6;

    private final Access dossiers;
    private final Clock clock;

    Doors(Access dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** A dossier and who opened it; {@code keep} is who stays an official whatever a draft's contacts say. */
    record Opened(Dossier dossier, String by, @Nullable String keep) {}

    /**
     * Who came in.
     *
     * @param by the person's key, no name
     * @param open whether the dossier may still be added to
     */
    public record Visitor(String dossier, String by, boolean open) {}

    /** Unknown ids, other people's ids, expired drafts and void links look alike from outside. */
    Opened open(String id, Request request) {
        if (!id.matches("[0-9a-f]{32}")) {
            throw Problem.linkInvalid();
        }
        Dossier dossier = dossiers.find(id, clock.instant()).orElseThrow(Problem::linkInvalid);
        String by = dossier.opener(request.bearer());
        if (by == null) {
            throw Problem.linkInvalid();
        }
        // Who came by a mailed link has that mailbox. A tab may have been begun with a mistyped address, which must go.
        return new Opened(dossier, by, dossier.isTab(request.bearer()) ? null : by);
    }

    /** The official behind this request, for a dossier that was sent. */
    public Visitor visitor(Request request) {
        Opened opened = open(request.path("id"), request);
        if (opened.dossier().state() == State.DRAFT) {
            throw Problem.notFound("Dieser Antrag ist noch nicht gesendet.");
        }
        return new Visitor(
                opened.dossier().id(), opened.by(), opened.dossier().state().isOpen());
    }

    /** Whether staff may look into this dossier: it exists and was sent. */
    public boolean isSent(String id) {
        return dossiers.find(id, clock.instant())
                .filter(found -> found.state() != State.DRAFT)
                .isPresent();
    }

    /** Tries again with what is stored now, when somebody else wrote in between: for what does not depend on it. */
    static Outcome settle(Function<Integer, Outcome> write) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Outcome outcome = write.apply(attempt);
            if (!(outcome instanceof Outcome.Stale)) {
                return outcome;
            }
        }
        throw Problem.conflict(
                "beschaeftigt",
                "Gerade schreiben mehrere Personen",
                "Bitte versuchen Sie es gleich noch einmal. Nichts ist verloren.",
                java.util.Map.of());
    }
}
