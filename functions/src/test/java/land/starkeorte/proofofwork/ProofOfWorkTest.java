package land.starkeorte.proofofwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.TestTables;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ProofOfWorkTest {
    private final TestClock clock = new TestClock();
    private final ProofOfWork proofOfWork = new ProofOfWork(() -> "key", clock);

    @Test
    void aSolvedChallengeIsAProof() throws Exception {
        assertThat(proofOfWork.check(encoded(solved()))).isPresent();
    }

    @Test
    void aProofGoesStale() throws Exception {
        var solution = encoded(solved());
        clock.pass(Duration.ofMinutes(20));
        assertThat(proofOfWork.check(solution)).isEmpty();
    }

    @Test
    void neitherAWrongNumberNorALaterExpiryNorAnotherKeyIsAProof() throws Exception {
        assertThat(proofOfWork.check(encoded(solved().put("number", 1)))).isEmpty();
        var salt = solved();
        salt.put("salt", salt.path("salt").asString().replaceAll("expires=\\d+", "expires=9999999999"));
        assertThat(proofOfWork.check(encoded(salt))).isEmpty();
        assertThat(new ProofOfWork(() -> "other", clock).check(encoded(solved())))
                .isEmpty();
    }

    /** Moving digits from the number into the expiry must not make the same work good for longer. */
    @Test
    void digitsCannotMoveFromTheNumberIntoTheSalt() throws Exception {
        var solution = solved();
        String number = solution.path("number").asString();
        solution.put("salt", solution.path("salt").asString() + number.charAt(0));
        solution.put("number", number.length() > 1 ? Long.parseLong(number.substring(1)) : 0);
        assertThat(proofOfWork.check(encoded(solution))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30=", "bnVsbA==", "W10=", "eyJhbGdvcml0aG0iOiJNRDUifQ=="})
    void nonsenseIsNoProof(String header) {
        assertThat(proofOfWork.check(header)).isEmpty();
    }

    @Test
    void theSigningKeyIsDrawnOnceAndKept() {
        var tables = new TestTables();
        var first = new SpentProofs(tables.store().table(tables.table("RobotsTable")));
        var second = new SpentProofs(tables.store().table(tables.table("RobotsTable")));
        assertThat(first.signingKey()).hasSizeGreaterThan(40).isEqualTo(second.signingKey());
    }

    private ObjectNode solved() throws Exception {
        ObjectNode task = Json.MAPPER.valueToTree(proofOfWork.challenge());
        var solution = Altcha.solveChallenge(
                task.path("challenge").asString(), task.path("salt").asString(), Altcha.Algorithm.SHA256, 100_000, 0);
        return task.put("number", solution.number);
    }

    private static String encoded(ObjectNode solution) {
        return Base64.getEncoder().encodeToString(solution.toString().getBytes(UTF_8));
    }
}
