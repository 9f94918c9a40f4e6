package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Links;
import land.starkeorte.mail.Mail;
import land.starkeorte.municipalities.Municipalities;

/** Draws the links by which officials open their dossiers. The secret stands in the fragment, which no server sees. */
public final class DossierLinks implements Links {
    /** As often as several mails to one person may leave in the same moment. */
    private static final int TRIES = 6;

    private final Access dossiers;
    private final String siteUrl;
    private final Clock clock;

    DossierLinks(Access dossiers, String siteUrl, Clock clock) {
        this.dossiers = dossiers;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    @Override
    public List<Link> draw(String dossierOrAll, String address) {
        Instant now = clock.instant();
        String official = Official.key(address);
        boolean asked = dossierOrAll.equals(Mail.ALL_DOSSIERS);
        Stream<String> ids = asked ? dossiers.openTo(official).stream() : Stream.of(dossierOrAll);
        return ids.flatMap(id -> link(id, official, asked, now).stream()).toList();
    }

    /** @param asked whether the person asked for it: then every older link is void */
    private Optional<Link> link(String id, String official, boolean asked, Instant now) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Dossier dossier = dossiers.find(id, now).orElse(null);
            Official before = dossier == null ? null : dossier.officials().get(official);
            if (dossier == null || before == null) {
                return Optional.empty();
            }
            String secret = Secrets.secret();
            boolean endTab = asked && official.equals(dossier.starter());
            if (dossiers.link(id, before, before.linked(Secrets.hash(secret), asked), endTab)) {
                return Optional.of(
                        new Link(label(dossier), siteUrl + page(dossier) + "#" + dossier.id() + "." + secret));
            }
        }
        throw new IllegalStateException("The links of dossier " + id + " change all the time");
    }

    /** A draft is written on, a dossier is followed. */
    private static String page(Dossier dossier) {
        return dossier.state() == State.DRAFT ? "/antrag/" : "/vorgang/";
    }

    private static String label(Dossier dossier) {
        String ags = dossier.answers().path("municipality").path("ags").asString("");
        return ags.isEmpty()
                ? "Antrag, noch ohne Kommune"
                : Municipalities.named(ags).label();
    }
}
