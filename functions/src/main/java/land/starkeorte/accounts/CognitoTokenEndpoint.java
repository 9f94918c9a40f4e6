package land.starkeorte.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import land.starkeorte.platform.Json;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import tools.jackson.databind.JsonNode;

/** The user pool. A code is exchanged at its token endpoint (RFC 6749, section 4.1.3); the site is a client without a secret. */
final class CognitoTokenEndpoint implements TokenEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CognitoIdentityProviderClient cognito;
    private final SignInSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    CognitoTokenEndpoint(CognitoIdentityProviderClient cognito, SignInSettings settings) {
        this.cognito = cognito;
        this.settings = settings;
    }

    @Override
    public Optional<Pair> exchange(String code, String verifier) {
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                settings.backOffice(),
                "redirect_uri",
                settings.siteUrl() + "/intern/",
                "code",
                code,
                "code_verifier",
                verifier);
        var request = HttpRequest.newBuilder(URI.create(settings.signInUrl() + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode content = Json.MAPPER.readTree(answer.body());
            if (answer.statusCode() == 200) {
                return Optional.of(new Pair(
                        content.path("id_token").asString(),
                        content.path("refresh_token").stringValue(null)));
            }
            // RFC 6749, section 5.2: a code or session that is none, or none any more.
            if (content.path("error").asString("").equals("invalid_grant")) {
                return Optional.empty();
            }
            throw new IllegalStateException("The sign-in answered " + answer.statusCode());
        } catch (IOException e) {
            throw new IllegalStateException("The sign-in is not reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Pair> renew(String refresh) {
        try {
            var tokens = cognito.getTokensFromRefreshToken(
                            get -> get.clientId(settings.backOffice()).refreshToken(refresh))
                    .authenticationResult();
            return Optional.of(new Pair(tokens.idToken(), tokens.refreshToken()));
        } catch (NotAuthorizedException | InvalidParameterException ended) {
            return Optional.empty();
        }
    }

    @Override
    public void revoke(String refresh) {
        cognito.revokeToken(revoke -> revoke.clientId(settings.backOffice()).token(refresh));
    }
}
