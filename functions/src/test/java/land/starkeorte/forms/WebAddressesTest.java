package land.starkeorte.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://video.example/raum",
                "https://www.goettingen.example",
                "https://www.göttingen.example/rathaus?x=ä#oben",
                "https://meet.video.example:8443/a@b",
                "https://xn--gttingen-n4a.example/"
            })
    void aLinkWithANameIsTaken(String address) {
        assertThat(WebAddresses.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://video.example/raum",
                "https://video.example@fremd.example/raum",
                "https://user:pass@video.example/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://localhost/raum",
                "https://video.example\\@fremd.example",
                "https://video.example/\" onclick=\"",
                "https://video.example/a b",
                "https://-a.example",
                "https:///video.example",
                "javascript:alert(1)",
                "https://"
            })
    void whatHidesWhereItLeadsIsNone(String address) {
        assertThat(WebAddresses.isValid(address)).isFalse();
    }
}
