package land.starkeorte.events;

import java.util.List;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Links;

/** Draws the link by which a delegation is opened. The secret stands in the fragment, which no server sees. */
public final class RegistrationLinks implements Links {
    private static final String PREFIX = "registration#";
    private static final int TRIES = 6;

    private final DynamoRegistrations registrations;
    private final String siteUrl;

    RegistrationLinks(DynamoRegistrations registrations, String siteUrl) {
        this.registrations = registrations;
        this.siteUrl = siteUrl;
    }

    /** What a mail about this registration asks for. */
    static String to(Registration registration) {
        return PREFIX + registration.event() + "#" + registration.id();
    }

    /** Whether a mail asks for a link to a registration. */
    public static boolean areMeant(String links) {
        return links.startsWith(PREFIX);
    }

    /** Nothing where the delegation does not come any more. */
    @Override
    public List<Link> draw(String links, String address) {
        String[] parts = links.split("#", -1);
        String event = parts[1];
        String id = parts[2];
        if (registrations.find(event, id).filter(Registration::isActive).isEmpty()) {
            return List.of();
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            String secret = Secrets.secret();
            if (registrations.save(event, id, registrations.keys(event, id).with(Secrets.hash(secret)))) {
                return List.of(
                        new Link("Ihre Anmeldung", siteUrl + "/anmeldung/#" + String.join(".", event, id, secret)));
            }
        }
        throw new IllegalStateException("The links of registration " + id + " change all the time");
    }
}
