package land.starkeorte.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.webvtt.WebVtt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What captions and chapters must be like, so that browsers show all of them. */
class WebVttTest {
    private final RecordingFixture recordings = new RecordingFixture();
    private final String recording = recordings.recorded("Treffen");

    @Test
    void whatTheStandardAllowsIsTakenAsItIs() {
        String vtt = """
                WEBVTT - Treffen

                NOTE von Hand

                STYLE
                ::cue { color: yellow }

                eins
                00:01.000 --> 00:02.500 align:start
                <v Rosa>Guten Tag
                in die Runde

                01:00:00.000 --> 100:00:00.000
                Ende
                """;
        assertThat(taken("captions", vtt)).isEqualTo(vtt);
        assertThat(taken("captions", "\uFEFF" + vtt.replace("\n", "\r\n"))).isEqualTo(vtt);
    }

    /** Three hours, a cue every three seconds. */
    @Test
    void theCaptionsOfALongAfternoonAreTaken() {
        var vtt = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < 3600; i++) {
            vtt.append("\n%s --> %s\nSo viele Wörter, wie jemand in drei Sekunden sagt.\n"
                    .formatted(time(3 * i), time(3 * i + 3)));
        }
        assertThat(vtt.length()).isGreaterThan(290_000);
        assertThat(taken("captions", vtt.toString())).isEqualTo(vtt.toString());
    }

    private static String time(int seconds) {
        return "%02d:%02d:%02d.000".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", "Zeile 1: Die Datei muss mit der Zeile WEBVTT"),
                Arguments.of("1\n00:00:01,000 --> 00:00:02,000\nSRT\n", "Zeile 1"),
                Arguments.of("WEBVTT\n00:01.000 --> 00:02.000\nText\n", "Zeile 2: Nach WEBVTT"),
                Arguments.of("WEBVTT\n", "keinen einzigen"),
                Arguments.of("WEBVTT\n\n00:01,000 --> 00:02,000\nText\n", "Zeile 3: Vor den Tausendsteln"),
                Arguments.of("WEBVTT\n\n00:61.000 --> 00:62.000\nText\n", "Zeile 3: Die Zeit ist nicht lesbar"),
                Arguments.of("WEBVTT\n\n00:01.000-->00:02.000\nText\n", "Zeile 3: Die Zeiten sind nicht lesbar"),
                Arguments.of("WEBVTT\n\n00:02.000 --> 00:02.000\nText\n", "Zeile 3: Das Ende"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\n\nText\n", "Zeile 3: Zu diesen Zeiten fehlt"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\nText\n00:03.000 --> 00:04.000\nMehr\n", "Zeile 5"),
                Arguments.of("WEBVTT\n\n00:03.000 --> 00:04.000\nB\n\n00:01.000 --> 00:02.000\nA\n", "Zeile 6"),
                Arguments.of("WEBVTT\n\nnur ein Name\n", "Zeile 3: Hier müssen die Zeiten"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\nkaputt \uFFFD\n", "UTF-8"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\nhalb \uD83D\n", "Zeile 4: Hier steht ein Zeichen"),
                Arguments.of(
                        "WEBVTT\n\n00:01.000 --> 00:02.000\nGut\n\n\u202E1\n00:02.000 --> 00:03.000\nx\n", "Zeile 6"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\nvon \u2066rechts\n", "Zeile 4"),
                Arguments.of("WEBVTT\n\n00:01.000 --> 00:02.000\nein\u0007 Ton\n", "Zeile 4"),
                style("::cue { background: url(http://x.example/a) }", 4),
                style("::cue{}\n::cue { background: URL( 'http://x.example/a') }", 5),
                style("@import 'http://x.example/a.css';", 4),
                style("::cue { background: \\75rl(http://x.example/a) }", 4),
                style("::cue { background: image-set('http://x.example/a' 1x) }", 4),
                Arguments.of("WEBVTT\n\n" + "ü".repeat(WebVtt.LONGEST / 2), "zu groß"));
    }

    private static Arguments style(String css, int line) {
        return Arguments.of(
                "WEBVTT\n\nSTYLE\n" + css + "\n\n00:01.000 --> 00:02.000\nText\n", "Zeile " + line + ": Aussehen");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatBrowsersWouldPassOverIsRefusedWithItsLine(String vtt, String because) {
        assertThat(refused("captions", vtt)).contains(because);
    }

    @Test
    void chaptersHaveOneLineAndDoNotOverlap() {
        String good = "WEBVTT\n\n00:00.000 --> 00:05.000\nBeginn\n\n00:05.000 --> 00:09.000\nFragen\n";
        assertThat(taken("chapters", good)).isEqualTo(good);
        assertThat(refused("chapters", (good.replace("Beginn", "Beginn\nzweite Zeile"))))
                .contains("Zeile 3: Der Titel");
        assertThat(refused("chapters", (good.replace("00:05.000 --> 00:09", "00:04.000 --> 00:09"))))
                .contains("Zeile 6: Das Kapitel beginnt");
    }

    private String taken(String track, String vtt) {
        assertThat(put(track, vtt).status()).isEqualTo(200);
        return recordings
                .desk("GET", "/" + recording, null)
                .body()
                .path(track + "Text")
                .asString();
    }

    private String refused(String track, String vtt) {
        var answer = put(track, vtt);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().at("/errors/0/message").asString();
    }

    private DossierFixture.Answer put(String track, String vtt) {
        return recordings.desk(
                "PUT", "/" + recording + "/tracks/" + track, recordings.dossiers.json(Map.of("vtt", vtt)));
    }
}
