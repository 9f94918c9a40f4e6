package land.starkeorte.members;

import java.util.Arrays;
import java.util.List;

/** What municipalities have experience with, as the network's criteria name it. */
enum Topic {
    VACANCY("Leerstand aktivieren"),
    LAND("Gerechte Bodenpolitik"),
    FUNDING("Fördermittel einwerben"),
    ADMINISTRATION("Agile Verwaltung"),
    COMMON_GOOD("Gemeinwohl als Leitlinie"),
    PARTICIPATION("Beteiligung");

    /** For people. */
    final String words;

    Topic(String words) {
        this.words = words;
    }

    static List<String> words(List<String> topics) {
        return Arrays.stream(values())
                .filter(topic -> topics.contains(topic.name()))
                .map(topic -> topic.words)
                .toList();
    }
}
