package land.starkeorte.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeitwegIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"04011000-1234512345-06", "04-06", "991-01234-44"})
    void anIdWithRightCheckDigitsIsValid(String id) {
        assertThat(LeitwegId.isValid(checked(id))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04011000-1234512345-07",
                "04011000",
                "17011000-1-10",
                "04011000--06",
                "04011000-ü-06",
                "0401-1-23",
                "04011000-1234512345-6"
            })
    void anythingElseIsNot(String id) {
        assertThat(LeitwegId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04011000-1234512345-06"})
    void oneWrongOrSwappedDigitIsFound(String id) {
        for (int i = 0; i < id.length(); i++) {
            char digit = id.charAt(i);
            if (digit == '-') {
                continue;
            }
            for (char other = '0'; other <= '9'; other++) {
                String changed = id.substring(0, i) + other + id.substring(i + 1);
                assertThat(LeitwegId.isValid(changed)).isEqualTo(other == digit);
            }
        }
    }

    /** The published example as it is; others with check digits computed here, the way the specification describes. */
    private static String checked(String id) {
        if (id.startsWith("04011000")) {
            return id;
        }
        String body = id.substring(0, id.length() - 2);
        var digits = new StringBuilder();
        for (char c : body.replace("-", "").toCharArray()) {
            digits.append(Character.getNumericValue(c));
        }
        int check = 98
                - new java.math.BigInteger(digits + "00")
                        .mod(java.math.BigInteger.valueOf(97))
                        .intValue();
        return body + "%02d".formatted(check);
    }
}
