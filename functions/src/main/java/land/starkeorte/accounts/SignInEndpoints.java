package land.starkeorte.accounts;

import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;

/**
 * The session of whoever signs in. What renews it stands in a cookie that no script reads, that no other site's page can send
 * (SameSite=Strict), and that goes to these routes alone; the page is given the token that says for an hour who somebody is.
 */
final class SignInEndpoints {
    private static final String COOKIE = "session";

    /** It goes with the browser's session, at the latest when the session is over that it renews. */
    private static final String KEPT = "; Path=/api/session; Secure; HttpOnly; SameSite=Strict";

    private final TokenEndpoint tokens;

    SignInEndpoints(TokenEndpoint tokens) {
        this.tokens = tokens;
    }

    Routes routes() {
        return Routes.NONE
                .open("POST /api/session", this::begin)
                .open("PUT /api/session", this::renew)
                .open("DELETE /api/session", this::end);
    }

    private Response begin(Request request) {
        var body = request.json();
        String code = body.path("code").asString("");
        String verifier = body.path("verifier").asString("");
        if (code.isEmpty() || verifier.isEmpty()) {
            throw Problem.malformed(
                    "Es fehlt, was die Anmeldeseite mitgegeben hat. Melden Sie sich bitte noch einmal an.");
        }
        return tokens.exchange(code, verifier).map(SignInEndpoints::answer).orElseThrow(Problem::signedOut);
    }

    private Response renew(Request request) {
        String refresh = request.cookie(COOKIE);
        if (refresh.isEmpty()) {
            throw Problem.signedOut();
        }
        return tokens.renew(refresh).map(SignInEndpoints::answer).orElseThrow(Problem::signedOut);
    }

    private Response end(Request request) {
        String refresh = request.cookie(COOKIE);
        if (!refresh.isEmpty()) {
            tokens.revoke(refresh);
        }
        return Response.ok().withCookie(COOKIE + "=" + KEPT + "; Max-Age=0");
    }

    /** Says for an hour who somebody is. What renews it is never in a body. */
    private record Token(String token) {}

    private static Response answer(TokenEndpoint.Pair pair) {
        var answer = Response.ok(new Token(pair.id()));
        return pair.refresh() == null ? answer : answer.withCookie(COOKIE + "=" + pair.refresh() + KEPT);
    }
}
