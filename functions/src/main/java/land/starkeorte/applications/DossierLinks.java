package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Links;
import land.starkeorte.mail.Mail;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;

/** Draws the links by which officials open their dossiers. The secret stands in the fragment, which no server sees. */
public final class DossierLinks implements Links {
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
        return ids.map(id -> dossiers.find(id, now).orElse(null))
                .filter(Objects::nonNull)
                .flatMap(dossier -> link(dossier, official, asked).stream())
                .toList();
    }

    private Optional<Link> link(Dossier dossier, String official, boolean asked) {
        String secret = Secrets.secret();
        boolean endTab = asked && official.equals(dossier.starter());
        return dossiers.link(dossier.id(), official, Secrets.hash(secret), endTab)
                ? Optional.of(new Link(label(dossier), siteUrl + "/antrag/#" + dossier.id() + "." + secret))
                : Optional.empty();
    }

    private static String label(Dossier dossier) {
        String ags = dossier.answers().path("municipality").path("ags").asString("");
        return Municipalities.find(ags).map(Municipality::label).orElse("Antrag, noch ohne Kommune");
    }
}
