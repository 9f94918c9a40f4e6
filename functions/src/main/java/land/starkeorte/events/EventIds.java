package land.starkeorte.events;

import java.text.Normalizer;
import java.util.Locale;
import land.starkeorte.platform.Secrets;

/** Addresses of events: readable, and never the same twice. */
final class EventIds {
    private static final int LONGEST = 40;

    private EventIds() {}

    /** Made of the title, and of chance. */
    static String next(String title) {
        String words = words(title);
        String some = words.length() > LONGEST ? words.substring(0, LONGEST).replaceAll("-[^-]*$", "") : words;
        return (some.isEmpty() ? "" : some + "-") + Secrets.reference().toLowerCase(Locale.ROOT);
    }

    private static String words(String title) {
        String spelt = title.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(spelt, Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
