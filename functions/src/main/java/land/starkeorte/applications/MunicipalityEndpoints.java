package land.starkeorte.applications;

import java.time.Clock;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.municipalities.Municipalities;

/**
 * Whether a municipality can still apply. Everybody may ask, because whoever fills in the form should not learn it at its end;
 * it is told of a public body that somebody there applied, not who, when or how it stands.
 */
final class MunicipalityEndpoints {
    private final MunicipalityClaims claims;
    private final Clock clock;

    MunicipalityEndpoints(MunicipalityClaims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE.open("GET /api/municipalities/{ags}", this::read);
    }

    private record Availability(MunicipalityClaims.Claim state) {}

    private Response read(Request request) {
        String ags = request.path("ags");
        if (Municipalities.find(ags).isEmpty()) {
            throw Problem.notFound("Diesen Gemeindeschlüssel gibt es nicht.");
        }
        return Response.ok(new Availability(claims.of(ags, clock.instant())));
    }
}
