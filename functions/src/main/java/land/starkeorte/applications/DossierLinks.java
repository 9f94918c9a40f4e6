package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.Official;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.municipalities.Municipalities;

/** Draws the links by which officials open their dossiers. The secret stands in the fragment, which no server sees. */
public final class DossierLinks implements LinkIssuer {
    private final DossierReader dossiers;
    private final Sessions sessions;
    private final String siteUrl;
    private final Clock clock;

    public DossierLinks(DossierReader dossiers, Sessions sessions, String siteUrl, Clock clock) {
        this.dossiers = dossiers;
        this.sessions = sessions;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    @Override
    public List<Link> issue(LinkTarget target, String address) {
        Instant now = clock.instant();
        String official = Official.key(address);
        Stream<String> ids = switch (target) {
            case LinkTarget.OneDossier one -> Stream.of(one.id());
            case LinkTarget.EveryDossier _ -> dossiers.openTo(official).stream();
            case LinkTarget.OneRegistration _ -> Stream.of();
        };
        return ids.flatMap(id -> link(id, official, now).stream()).toList();
    }

    private Optional<Link> link(String id, String official, Instant now) {
        Dossier dossier = dossiers.find(id, now).orElse(null);
        Official holder = dossier == null ? null : dossier.officials().get(official);
        if (dossier == null || holder == null) {
            return Optional.empty();
        }
        String secret = sessions.issue(DossierAccess.subject(id), holder.holder(), now);
        return Optional.of(new Link(label(dossier), siteUrl + "/zugang/#" + id + "." + secret));
    }

    private static String label(Dossier dossier) {
        String ags = dossier.answers().path("municipality").path("ags").asString("");
        return ags.isEmpty()
                ? "Antrag, noch ohne Kommune"
                : Municipalities.named(ags).label();
    }
}
