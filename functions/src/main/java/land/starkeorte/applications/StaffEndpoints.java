package land.starkeorte.applications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;

/** What the office reads. API Gateway has checked the token; the group is checked here, for every route. */
final class StaffEndpoints {
    private static final int PAGE = 100;

    private final Dossiers dossiers;
    private final Clock clock;

    StaffEndpoints(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /api/staff/applications", staff(this::list),
                "GET /api/staff/applications/{id}", staff(this::read));
    }

    private Response list(Request request) {
        List<Map<String, String>> applications = dossiers.submitted(PAGE).stream()
                .map(entry -> Map.of(
                        "id", entry.id(),
                        "reference", Occasions.readable(entry.reference()),
                        "municipality", entry.municipality(),
                        "submittedAt", entry.submittedAt().toString()))
                .toList();
        return Response.ok(Map.of("applications", applications));
    }

    private Response read(Request request) {
        Dossier dossier = dossiers.find(request.path("id"), clock.instant())
                .filter(found -> found.state() != State.DRAFT)
                .orElseThrow(() -> Problem.notFound("Diesen Antrag gibt es nicht."));
        return Response.ok(ApplicationEndpoints.view(dossier));
    }

    private static Endpoint staff(Endpoint endpoint) {
        return request -> {
            request.requireGroup("staff");
            return endpoint.answer(request);
        };
    }
}
