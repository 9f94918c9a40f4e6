package land.starkeorte.members;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What municipalities have experience with and events are about, as the network's criteria name it. */
public enum Topic {
    VACANCY("Leerstand aktivieren"),
    LAND("Gerechte Bodenpolitik"),
    FUNDING("Fördermittel einwerben"),
    ADMINISTRATION("Agile Verwaltung"),
    COMMON_GOOD("Gemeinwohl als Leitlinie"),
    PARTICIPATION("Beteiligung");

    /** For people. */
    public final String words;

    Topic(String words) {
        this.words = words;
    }

    /** For addresses. */
    public String slug() {
        return words.toLowerCase(Locale.ROOT).replace("ö", "oe").replace(' ', '-');
    }

    static List<String> words(List<String> topics) {
        return Arrays.stream(values())
                .filter(topic -> topics.contains(topic.name()))
                .map(topic -> topic.words)
                .toList();
    }
}
