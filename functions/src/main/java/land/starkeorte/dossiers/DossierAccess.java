package land.starkeorte.dossiers;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import land.starkeorte.access.Session;
import land.starkeorte.access.Sessions;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import org.jspecify.annotations.Nullable;

/** Lets officials into their dossiers, by the session that a mailed link began, and nobody else. */
public final class DossierAccess {
    private final DossierReader dossiers;
    private final Sessions sessions;
    private final Clock clock;

    public DossierAccess(DossierReader dossiers, Sessions sessions, Clock clock) {
        this.dossiers = dossiers;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A dossier and who opened it.
     *
     * @param keep who stays an official whatever a draft's contacts say
     */
    public record OpenDossier(
            Dossier dossier, String by, @Nullable String keep, Session session) {}

    /**
     * Who came in.
     *
     * @param by the person's key, no name
     * @param open whether the dossier may still be added to
     */
    public record AuthorizedOfficial(String dossier, String by, boolean open) {}

    /** Unknown ids, other people's ids, expired drafts and ended sessions look alike from outside. */
    public OpenDossier open(String id, Request request) {
        Dossier dossier = find(id).orElseThrow(Problem::linkInvalid);
        Session session =
                sessions.find(subject(id), request.bearer(), clock.instant()).orElseThrow(Problem::linkInvalid);
        String by = dossier.opener(session);
        if (by == null) {
            throw Problem.linkInvalid();
        }
        // Who came by a mailed link has that mailbox. A draft may have been begun with a mistyped address, which must
        // go.
        return new OpenDossier(dossier, by, session.kind() == Session.Kind.BEGUN ? null : by, session);
    }

    /** What links and sessions of a dossier open. */
    public static String subject(String dossier) {
        return "dossier#" + dossier;
    }

    /** The same, for a dossier that was sent. */
    public OpenDossier openSent(Request request) {
        OpenDossier opened = open(request.path("id"), request);
        if (opened.dossier().state() == DossierState.DRAFT) {
            throw Problem.notFound("Dieser Antrag ist noch nicht gesendet.");
        }
        return opened;
    }

    /** The official behind this request, for a dossier that was sent. */
    public AuthorizedOfficial visitor(Request request) {
        OpenDossier opened = openSent(request);
        return new AuthorizedOfficial(
                opened.dossier().id(), opened.by(), opened.dossier().state().isOpen());
    }

    /** The dossier of this id, whoever asks; nothing for what is no id. */
    public Optional<Dossier> find(String id) {
        return id.matches("[0-9a-f]{32}") ? dossiers.find(id, clock.instant()) : Optional.empty();
    }

    /** A dossier that the office may look into: drafts are their writers' own. */
    public static Dossier forStaff(DossierReader dossiers, String id, Instant now) {
        return dossiers.find(id, now)
                .filter(found -> found.state() != DossierState.DRAFT)
                .orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }

    /** Refuses the office a dossier that does not exist or was not sent. */
    public void requireSent(String id) {
        var _ = forStaff(dossiers, id, clock.instant());
    }
}
