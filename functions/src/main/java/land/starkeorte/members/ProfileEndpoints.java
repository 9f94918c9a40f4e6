package land.starkeorte.members;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;
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
        return Response.ok(view(member(request), members.listing(member(request).ags())));
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
                return new Planned<>(Transaction.NONE, Response.ok(view(member, before)));
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
            return new Planned<>(writes, Response.ok(view(member, after)));
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

    /** Everything that members show each other. */
    private Response directory(Request request) {
        if (!request.caller().groups().contains("staff")) {
            var _ = member(request);
        }
        Map<String, ProfilePublication> listings =
                members.listings().stream().collect(Collectors.toMap(ProfilePublication::ags, listing -> listing));
        return Response.ok(Map.of(
                "members",
                members.all().stream()
                        .sorted(Comparator.comparing(
                                member -> member.municipality().name()))
                        .map(member -> entry(member, listings.get(member.ags())))
                        .toList()));
    }

    private Member member(Request request) {
        return Optional.of(request.caller().ags())
                .filter(ags -> !ags.isEmpty())
                .flatMap(members::find)
                .filter(Member::welcomed)
                .orElseThrow(Problem::forbidden);
    }

    static Map<String, Object> entry(Member member, @Nullable ProfilePublication listing) {
        var view = new LinkedHashMap<String, Object>();
        view.put("ags", member.ags());
        view.put("municipality", member.municipality().name());
        view.put("land", member.municipality().land());
        view.put("ambassador", member.ambassador());
        if (member.since() != null) {
            view.put("since", member.since().toString());
        }
        if (listing != null && listing.published() != null) {
            view.put("profile", view(listing.published()));
        }
        return view;
    }

    static Map<String, Object> view(Member member, ProfilePublication listing) {
        var view = entry(member, listing);
        view.put("version", listing.version());
        view.put("withdrawn", listing.withdrawn());
        if (listing.publishedAt() != null) {
            view.put("publishedAt", listing.publishedAt().toString());
        }
        if (listing.proposed() != null) {
            view.put("proposed", view(listing.proposed()));
            view.put("proposedAt", String.valueOf(listing.proposedAt()));
        }
        return view;
    }

    /** As the form takes it. */
    private static Map<String, Object> view(Profile profile) {
        return Map.of(
                "text", profile.text(),
                "website", profile.website(),
                "topics",
                        Arrays.stream(Topic.values())
                                .collect(Collectors.toMap(
                                        Topic::name, topic -> profile.topics().contains(topic.name()))),
                "projects", profile.projects(),
                "contact", profile.contact(),
                "pictures", profile.pictures(),
                "membersOnly",
                        Profile.PARTS.stream()
                                .collect(Collectors.toMap(
                                        part -> part,
                                        part -> profile.membersOnly().contains(part))));
    }
}
