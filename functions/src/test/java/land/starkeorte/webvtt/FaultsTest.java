package land.starkeorte.webvtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import land.starkeorte.webvtt.VttFault.Reason;
import org.junit.jupiter.api.Test;

/** Whoever mends a file wants to know everything that is wrong with it. */
class FaultsTest {
    @Test
    void allFaultsOfAFileAreToldInTheOrderOfItsLines() {
        assertThat(WebVtt.captions("""
                        WEBVTT

                        STYLE
                        @import 'x.css';
                        ::cue { background: url(x) }

                        00:01,000 --> 00:02,000
                        Komma

                        00:02.000 --> 00:03.000

                        00:09.000 --> 00:10.000
                        gut

                        00:04.000 --> 00:05.000
                        zu früh
                        00:05.000 --> 00:06.000
                        angehängt
                        """))
                .isEqualTo(faulty(
                        new VttFault(4, Reason.STYLE_LOADS),
                        new VttFault(5, Reason.STYLE_LOADS),
                        new VttFault(7, Reason.COMMA_IN_TIME),
                        new VttFault(10, Reason.NO_TEXT),
                        new VttFault(17, Reason.NO_BLANK_BEFORE_TIMES)));
    }

    @Test
    void aCueMayBeginWithTheOneBeforeAndNotSooner() {
        String one = "WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n";
        String same = one + "00:05.000 --> 00:07.000\nB\n";
        assertThat(WebVtt.captions(same)).isEqualTo(new WebVtt.Valid(same));
        assertThat(WebVtt.captions(one + "00:04.999 --> 00:07.000\nB\n"))
                .isEqualTo(faulty(new VttFault(6, Reason.EARLIER_THAN_BEFORE)));
        assertThat(WebVtt.chapters(same)).isEqualTo(faulty(new VttFault(6, Reason.CHAPTERS_OVERLAP)));
    }

    @Test
    void theLongestTextThatIsKeptIsTakenAndOneByteMoreIsNot() {
        String head = "WEBVTT\n\n00:05.000 --> 00:06.000\n";
        String longest = head + "x".repeat(WebVtt.LONGEST - head.length());
        assertThat(WebVtt.captions(longest)).isEqualTo(new WebVtt.Valid(longest));
        assertThat(WebVtt.captions(longest + "x")).isEqualTo(faulty(new VttFault(0, Reason.TOO_LONG)));
    }

    @Test
    void hoursMinutesSecondsAndThousandthsCount() {
        String later = "WEBVTT\n\n%s --> %s\nA\n";
        for (String[] times : new String[][] {
            {"00:00.999", "00:01.000"},
            {"00:59.999", "01:00.000"},
            {"59:59.999", "01:00:00.000"},
            {"01:00:00.000", "01:00:00.001"},
            {"99:59:59.999", "100:00:00.000"}
        }) {
            assertThat(WebVtt.captions(later.formatted(times[0], times[1])))
                    .as("%s", times[0])
                    .isInstanceOf(WebVtt.Valid.class);
            assertThat(WebVtt.captions(later.formatted(times[1], times[0])))
                    .as("%s", times[1])
                    .isEqualTo(faulty(new VttFault(3, Reason.END_BEFORE_START)));
        }
    }

    private static WebVtt.Faulty faulty(VttFault... faults) {
        return new WebVtt.Faulty(List.of(faults));
    }
}
