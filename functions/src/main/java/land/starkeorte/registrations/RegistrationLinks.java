package land.starkeorte.registrations;

import java.time.Clock;
import java.util.List;
import land.starkeorte.access.Holder;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.mail.LinkIssuer;

/** Draws the link by which a delegation is opened. The secret stands in the fragment, which no server sees. */
public final class RegistrationLinks implements LinkIssuer {
    private final Registrations registrations;
    private final Sessions sessions;
    private final String siteUrl;
    private final Clock clock;

    RegistrationLinks(Registrations registrations, Sessions sessions, String siteUrl, Clock clock) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    /** What a mail about this registration asks for. */
    static LinkTarget to(Registration registration) {
        return new LinkTarget.OneRegistration(registration.event(), registration.id());
    }

    /** What links and sessions of a registration open. */
    public static String subject(String event, String registration) {
        return new LinkTarget.OneRegistration(event, registration).word();
    }

    /** Who they belong to: the one who registered, as long as the registration is there. */
    static Holder holder(Registration registration) {
        return new Holder("contact", registration.id());
    }

    /** Nothing where the delegation does not come any more. */
    @Override
    public List<Link> issue(LinkTarget target, String address) {
        if (!(target instanceof LinkTarget.OneRegistration(String event, String id))) {
            return List.of();
        }
        return registrations
                .find(event, id)
                .filter(Registration::isActive)
                .map(registration -> {
                    String secret = sessions.issue(target.word(), holder(registration), clock.instant());
                    return new Link(
                            "Ihre Anmeldung",
                            siteUrl + "/anmeldung/#"
                                    + String.join(".", registration.event(), registration.id(), secret));
                })
                .stream()
                .toList();
    }
}
