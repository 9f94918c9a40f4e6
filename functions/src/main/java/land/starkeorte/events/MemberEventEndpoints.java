package land.starkeorte.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;

/** Members see what is planned. */
final class MemberEventEndpoints {
    private final Events events;
    private final Clock clock;

    MemberEventEndpoints(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE.only("GET /api/member/events", this::planned, "member", "founder", "staff");
    }

    private record Planned(List<EventView> events) {}

    /** What is to come, for members, too; how to get in only those see who take part. */
    private Response planned(Request request) {
        // An account that is bound to no municipality belongs to no member.
        if (request.caller().ags().isEmpty() && !request.caller().groups().contains("staff")) {
            throw Problem.forbidden();
        }
        Instant now = clock.instant();
        List<EventView> planned = events.all().stream()
                .filter(event -> event.state() != Event.State.DRAFT && !event.isOver(now))
                .sorted(Comparator.comparing(event -> event.details().start()))
                .map(event -> EventView.of(event, now))
                .toList();
        return Response.ok(new Planned(planned));
    }
}
