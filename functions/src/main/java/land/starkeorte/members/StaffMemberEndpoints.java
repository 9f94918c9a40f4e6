package land.starkeorte.members;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.JsonNode;

/** The office looks after members: approves what they tell, says who are ambassadors and who may act for them. */
final class StaffMemberEndpoints {
    private static final int MOST_PEOPLE = 20;

    private final Members members;
    private final Accounts accounts;
    private final Outbox outbox;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffMemberEndpoints(Members members, Accounts accounts, Outbox outbox, IdempotentWriter writer, Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.outbox = outbox;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/members", this::list)
                .staff("GET /api/staff/members/{ags}", this::read)
                .staff("POST /api/staff/members/{ags}/approval", this::approve)
                .staff("POST /api/staff/members/{ags}/rejection", this::reject)
                .staff("PUT /api/staff/members/{ags}/ambassador", this::ambassador)
                .staff("PUT /api/staff/members/{ags}/people", this::people);
    }

    private record MembersView(List<MemberProfileView> members) {}

    /** @param mails who may act for the municipality */
    private record StaffMemberView(@JsonUnwrapped MemberProfileView profile, List<String> mails) {}

    private Response list(Request request) {
        Map<String, ProfilePublication> listings =
                members.listings().stream().collect(Collectors.toMap(ProfilePublication::ags, listing -> listing));
        return Response.ok(new MembersView(members.all().stream()
                .sorted(Comparator.comparing(member -> member.municipality().name()))
                .map(member -> MemberProfileView.of(
                        member, listings.getOrDefault(member.ags(), ProfilePublication.none(member.ags()))))
                .toList()));
    }

    private Response read(Request request) {
        Member member = member(request);
        return Response.ok(
                new StaffMemberView(MemberProfileView.of(member, members.listing(member.ags())), member.mails()));
    }

    /** Exactly what was looked at: changed meanwhile, it is looked at again. */
    private Response approve(Request request) {
        int version = version(request);
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            ProfilePublication before = proposal(request, version);
            return new Planned<>(
                    members.put(before.approved(Objects.requireNonNull(before.proposed()), now))
                            .and(outbox.put(MemberMails.published(member(request)), now)),
                    Response.created());
        });
    }

    private Response reject(Request request) {
        JsonNode typed = FormReader.read(request.json(), true, form -> {
            form.number("version", 1, Integer.MAX_VALUE, "Laden Sie die Seite neu.");
            form.text("reason", 1000, "Schreiben Sie, was geändert werden soll. Die Kommune liest es.");
        });
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            ProfilePublication before = proposal(request, typed.path("version").asInt(0));
            return new Planned<>(
                    members.put(before.rejected())
                            .and(outbox.put(
                                    MemberMails.rejected(
                                            member(request),
                                            typed.path("reason").asString()),
                                    clock.instant())),
                    Response.created());
        });
    }

    private Response ambassador(Request request) {
        boolean is = FormReader.read(request.json(), true, form -> form.flag("ambassador"))
                .path("ambassador")
                .asBoolean();
        return writer.retrying(() -> new Planned<>(members.put(member(request).ambassador(is)), Response.ok()));
    }

    /** Who may act for the municipality; whoever is left out may no longer. */
    private Response people(Request request) {
        List<String> wanted = FormReader.read(
                        request.json(),
                        true,
                        form -> form.list(
                                "mails",
                                1,
                                MOST_PEOPLE,
                                "Geben Sie mindestens eine E-Mail-Adresse an.",
                                one -> one.mail("mail", "Geben Sie die E-Mail-Adresse an.")))
                .path("mails")
                .valueStream()
                .map(one -> MailAddresses.normal(one.path("mail").asString()))
                .distinct()
                .toList();
        return writer.retrying(() -> {
            Member member = member(request);
            var fresh = new ArrayList<>(wanted);
            fresh.removeAll(member.mails());
            var writes = members.put(member.with(wanted))
                    .and(Transaction.all(fresh.stream().map(mail -> accounts.open(mail, "member", member.ags()))))
                    .and(Transaction.all(member.mails().stream()
                            .filter(mail -> !wanted.contains(mail))
                            .map(mail -> accounts.close(mail, "member", member.ags()))));
            return new Planned<>(
                    writes.and(outbox.put(MemberMails.welcome(member, fresh), clock.instant())), Response.ok());
        });
    }

    private static int version(Request request) {
        return FormReader.read(
                        request.json(),
                        true,
                        form -> form.number("version", 1, Integer.MAX_VALUE, "Laden Sie die Seite neu."))
                .path("version")
                .asInt(0);
    }

    private ProfilePublication proposal(Request request, int version) {
        ProfilePublication listing = members.listing(member(request).ags());
        if (listing.proposed() == null || listing.version() != version) {
            throw Problem.stale("Der Vorschlag");
        }
        return listing;
    }

    private Member member(Request request) {
        return members.find(request.path("ags"))
                .filter(Member::welcomed)
                .orElseThrow(() -> Problem.notFound("Dieses Mitglied gibt es nicht."));
    }
}
