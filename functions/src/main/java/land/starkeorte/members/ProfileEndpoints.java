package land.starkeorte.members;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** A member tells about itself, and looks the others up. Whose profile it is the account says, never the request. */
final class ProfileEndpoints {
    private final Members members;
    private final Outbox outbox;
    private final IdempotentWriter writer;
    private final String staffAddress;
    private final Clock clock;

    ProfileEndpoints(Members members, Outbox outbox, IdempotentWriter writer, String staffAddress, Clock clock) {
        this.members = members;
        this.outbox = outbox;
        this.writer = writer;
        this.staffAddress = staffAddress;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .only("GET /api/member/profile", this::read, "member")
                .only("PUT /api/member/profile", this::propose, "member")
                .only("DELETE /api/member/profile", this::withdraw, "member")
                .only("GET /api/member/directory", this::directory, "member", "staff");
    }

    private Response read(Request request) {
        return Response.ok(MemberProfileView.of(
                member(request), members.listing(member(request).ags())));
    }

    /** What two people type at the same time must not undo each other: the second is told. */
    private Response propose(Request request) {
        var _ = member(request);
        ObjectNode typed = request.json();
        Profile profile = Profile.read(typed);
        return writer.retrying(() -> {
            Member member = member(request);
            ProfilePublication before = members.listing(member.ags());
            if (profile.equals(before.proposed())) {
                return new Planned<>(Transaction.NONE, Response.ok(MemberProfileView.of(member, before)));
            }
            if (typed.path("version").asInt(0) != before.version()) {
                throw Problem.stale("Das Profil");
            }
            Instant now = clock.instant();
            ProfilePublication after =
                    before.proposing(profile, request.caller().id(), now);
            var writes = members.put(after);
            // One mail for each proposal that waits, however often it is changed before anybody looks.
            if (before.proposed() == null) {
                writes = writes.and(outbox.put(MemberMails.proposed(member, staffAddress), now));
            }
            return new Planned<>(writes, Response.ok(MemberProfileView.of(member, after)));
        });
    }

    /** Nobody has to approve that something disappears. */
    private Response withdraw(Request request) {
        return writer.retrying(() -> {
            ProfilePublication before = members.listing(member(request).ags());
            return new Planned<>(
                    before.withdrawn() ? Transaction.NONE : members.put(before.withdrawing()), Response.ok());
        });
    }

    private record Directory(List<MemberView> members) {}

    /** Everything that members show each other. */
    private Response directory(Request request) {
        if (!request.caller().groups().contains("staff")) {
            var _ = member(request);
        }
        Map<String, ProfilePublication> listings =
                members.listings().stream().collect(Collectors.toMap(ProfilePublication::ags, listing -> listing));
        return Response.ok(new Directory(members.all().stream()
                .sorted(Comparator.comparing(member -> member.municipality().name()))
                .map(member -> MemberView.of(member, listings.get(member.ags())))
                .toList()));
    }

    private Member member(Request request) {
        return Optional.of(request.caller().ags())
                .filter(ags -> !ags.isEmpty())
                .flatMap(members::find)
                .filter(Member::welcomed)
                .orElseThrow(Problem::forbidden);
    }
}
