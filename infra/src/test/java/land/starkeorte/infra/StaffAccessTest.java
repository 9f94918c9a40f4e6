package land.starkeorte.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint of the office, asked by everybody who must not: tokens as the user pool itself would sign them, with just
 * one thing wrong each.
 */
// It asks the shared one, which what it asks does not change, while journeys on that go on.
@ResourceLock("a local cloud of its own")
class StaffAccessTest {
    private static final String NOBODY = "00000000000000000000000000000000";

    private static LocalCloud cloud;
    private static PrivateKey key;
    private static PrivateKey stranger;
    private static String keyId;
    private static String issuer;
    private static String audience;

    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> start(OnTheLocalCloud.shared(context));

    private static void start(LocalCloud shared) throws Exception {
        cloud = shared;
        var settings = Json.MAPPER.readTree(cloud.read("/settings.json").body());
        issuer = settings.path("issuer").asString();
        audience = settings.path("client").asString();
        String pool = issuer.replaceAll(".*/", "");
        // The pool draws its keys when somebody first asks for them.
        LocalCloud.fetch(settings.path("signIn").asString() + "/" + pool + "/.well-known/jwks.json");
        poolsKey(pool);
        stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }

    static Stream<String> routes() {
        return MadeFunctions.routes().keySet().stream()
                .filter(route -> route.matches(".* /api/(staff|founder|member|slots)(/.*)?"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void onlyASignedInMemberOfTheOfficeIsLetIn(String route) throws Exception {
        // Tokens are held against the real time, whatever day a test plays.
        long now = Instant.now().getEpochSecond();
        assertThat(ask(route, null)).as("no token").isEqualTo(401);
        assertThat(ask(route, token(key, "[\"staff\"]", audience, issuer, now - 10)))
                .as("expired")
                .isEqualTo(401);
        assertThat(ask(route, token(key, "[\"staff\"]", "another-client", issuer, now + 600)))
                .as("other audience")
                .isEqualTo(401);
        assertThat(ask(route, token(key, "[\"staff\"]", audience, issuer + "x", now + 600)))
                .as("other issuer")
                .isEqualTo(401);
        assertThat(ask(route, token(stranger, "[\"staff\"]", audience, issuer, now + 600)))
                .as("signed by somebody else")
                .isEqualTo(401);
        // A founder without a founding municipality is nobody.
        String others = route.contains("/api/staff/") ? "[\"founder\",\"staffer\"]" : "[\"founders\"]";
        for (String groups : List.of("[]", "[\"member\"]", others, "\"nostaff\"")) {
            assertThat(ask(route, token(key, groups, audience, issuer, now + 600)))
                    .as(groups)
                    .isEqualTo(403);
        }
        boolean forTheOffice = !route.contains("/api/founder/")
                && (!route.contains("/api/member/") || route.matches(".*/(directory|events)"));
        if (!forTheOffice) {
            for (String groups : List.of("[\"staff\"]", "[\"founder\"]", "[\"member\"]")) {
                assertThat(ask(route, token(key, groups, audience, issuer, now + 600)))
                        .as(groups)
                        .isEqualTo(403);
            }
        } else {
            assertThat(ask(route, token(key, "[\"staff\"]", audience, issuer, now + 600)))
                    .as("the office itself")
                    .isNotIn(401, 403, 500);
        }
    }

    /** The distribution has a page of its own for every 404; a refusal must reach the caller as it was said. */
    @Test
    void whatIsNotThereIsRefusedInTheApisOwnWords() throws Exception {
        String token = token(key, "[\"staff\"]", audience, issuer, Instant.now().getEpochSecond() + 600);
        for (String path : List.of("/api/staff/dossiers/" + NOBODY, "/api/staff/dossiers/" + NOBODY + "/documents")) {
            var answer = cloud.read(path, "authorization", "Bearer " + token);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("Diesen Vorgang gibt es nicht");
        }
    }

    private static int ask(String route, String token) {
        String[] parts = route.replaceAll("\\{[a-z]+}", NOBODY).split(" ", 2);
        var headers = new ArrayList<>(List.of("idempotency-key", "0123456789abcdef"));
        if (token != null) {
            headers.addAll(List.of("authorization", "Bearer " + token));
        }
        return cloud.request(parts[0], parts[1], "{}", headers.toArray(String[]::new))
                .statusCode();
    }

    private static String token(PrivateKey signer, String groups, String aud, String iss, long expires)
            throws GeneralSecurityException {
        String header = Json.MAPPER.writeValueAsString(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId));
        String claims = Json.MAPPER.writeValueAsString(Map.of(
                "sub",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "email",
                "token@starke-orte.example",
                "cognito:groups",
                Json.MAPPER.readTree(groups),
                "aud",
                aud,
                "iss",
                iss,
                "token_use",
                "id",
                "iat",
                expires - 3600,
                "exp",
                expires));
        String content = encode(header.getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer);
        signature.update(content.getBytes(UTF_8));
        return content + "." + encode(signature.sign());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The local user pool's own key, which it keeps in a file. */
    private static void poolsKey(String pool) throws IOException, GeneralSecurityException {
        Path file;
        try (Stream<Path> files = Files.walk(cloud.work)) {
            file = files.filter(one -> one.getFileName().toString().equals(pool + "-id.pem"))
                    .findFirst()
                    .orElseThrow();
        }
        String pem = Files.readString(file).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
        var factory = KeyFactory.getInstance("RSA");
        key = factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        var secret = (RSAPrivateCrtKey) key;
        byte[] open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()))
                .getEncoded();
        keyId = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(open));
    }
}
