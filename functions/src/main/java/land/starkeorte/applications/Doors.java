package land.starkeorte.applications;

import java.time.Clock;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import org.jspecify.annotations.Nullable;

/** Lets officials into their dossiers, by the secret of their link, and nobody else. */
public final class Doors {
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

    /** The same, for a dossier that was sent. */
    Opened openSent(Request request) {
        Opened opened = open(request.path("id"), request);
        if (opened.dossier().state() == State.DRAFT) {
            throw Problem.notFound("Dieser Antrag ist noch nicht gesendet.");
        }
        return opened;
    }

    /** The official behind this request, for a dossier that was sent. */
    public Visitor visitor(Request request) {
        Opened opened = openSent(request);
        return new Visitor(
                opened.dossier().id(), opened.by(), opened.dossier().state().isOpen());
    }

    /** A dossier that the office may look into: drafts are their writers' own. */
    Dossier forStaff(String id) {
        return dossiers.find(id, clock.instant())
                .filter(found -> found.state() != State.DRAFT)
                .orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }

    /** Refuses the office a dossier that does not exist or was not sent. */
    public void requireSent(String id) {
        var _ = forStaff(id);
    }
}
