package land.starkeorte.preselection;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.store.Planned;
import tools.jackson.databind.node.ObjectNode;

/** What a founding municipality does: read what there is to vote on, and give its voice. */
final class FounderEndpoints {
    private static final int MOST_SHOWN = 100;

    private final Polls polls;
    private final PollAccess pollAccess;
    private final PollWorkflow preselection;
    private final DossierTransitions transitions;
    private final IdempotentWriter writer;
    private final Clock clock;

    FounderEndpoints(
            Polls polls,
            PollWorkflow preselection,
            DossierTransitions transitions,
            IdempotentWriter writer,
            Clock clock) {
        this.polls = polls;
        this.pollAccess = new PollAccess(polls);
        this.preselection = preselection;
        this.transitions = transitions;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .only("GET /api/founder/polls", this::list, "founder")
                .only("GET /api/founder/polls/{id}", this::read, "founder")
                .only("PUT /api/founder/polls/{id}/vote", this::vote, "founder");
    }

    /** What a founder has to vote on, and has voted on. */
    private record FounderPolls(String municipality, List<FounderPollView.Line> polls) {}

    private Response list(Request request) {
        Founder founder = pollAccess.founder(request);
        // What waits for this founder's voice comes first, the most urgent before the others.
        var shown = Stream.concat(
                        polls.open(MOST_SHOWN).stream()
                                .sorted(Comparator.comparing(
                                        poll -> poll.votes().containsKey(founder.ags()))),
                        polls.closed(MOST_SHOWN).stream())
                .filter(poll -> poll.electorate().contains(founder.ags()))
                .map(poll -> FounderPollView.Line.of(poll, founder))
                .toList();
        return Response.ok(new FounderPolls(founder.municipality().label(), shown));
    }

    private Response read(Request request) {
        Founder founder = pollAccess.founder(request);
        Poll poll = pollAccess.poll(request, founder);
        DossierSummary summary = candidate(poll);
        boolean canVote = poll.isOpen() && summary.state() == DossierState.SUBMITTED && !isAside(poll, founder);
        return Response.ok(FounderPollView.of(
                poll,
                founder,
                answers(summary),
                canVote,
                next(poll, founder).map(FounderPollView.Next::of).orElse(null)));
    }

    /** The most urgent of the others that this founder can vote on and has not. */
    private Optional<Poll> next(Poll read, Founder founder) {
        Instant now = clock.instant();
        var waiting = polls.open(MOST_SHOWN).stream()
                .filter(poll -> !poll.dossier().equals(read.dossier())
                        && now.isBefore(poll.deadline())
                        && poll.silent().contains(founder.ags()))
                .toList();
        var candidates = transitions.find(waiting.stream().map(Poll::dossier).toList());
        return waiting.stream()
                .filter(poll -> Optional.ofNullable(candidates.get(poll.dossier()))
                        .filter(summary -> summary.state() == DossierState.SUBMITTED)
                        .isPresent())
                .findFirst();
    }

    private Response vote(Request request) {
        var _ = pollAccess.poll(request, pollAccess.founder(request));
        ObjectNode form = FormReader.read(request.json(), true, fields -> {
            fields.choice(
                    "choice",
                    Set.of("YES", "NO", "ABSTAIN", "ASIDE"),
                    "Wählen Sie ja, nein, Enthaltung oder „nicht teilnehmen“.");
            fields.text("reason", 2000, "Schreiben Sie in ein, zwei Sätzen, warum.");
        });
        VoteChoice choice = VoteChoice.valueOf(form.path("choice").asString());
        return writer.retrying(() -> {
            Instant now = clock.instant();
            Founder founder = pollAccess.founder(request);
            Poll poll = pollAccess.poll(request, founder);
            DossierSummary summary = candidate(poll);
            if (!poll.isOpen() || !now.isBefore(poll.deadline())) {
                throw refused("Die Vorauswahl ist schon abgeschlossen.");
            }
            if (summary.state() != DossierState.SUBMITTED) {
                throw refused("Die Kommune berichtigt gerade ihre Angaben. Danach können Sie abstimmen.");
            }
            if (isAside(poll, founder)) {
                throw refused("Ihre Kommune nimmt an dieser Vorauswahl nicht teil.");
            }
            var vote = new Vote(
                    choice, form.path("reason").asString(), request.caller().id(), now);
            Poll after = poll.with(founder.ags(), vote);
            return new Planned<>(
                    choice == VoteChoice.ASIDE
                            ? preselection.steppedAside(after, summary, now)
                            : preselection.settled(after, summary, now),
                    Response.ok());
        });
    }

    private DossierSummary candidate(Poll poll) {
        return transitions
                .find(poll.dossier())
                .orElseThrow(() -> Problem.notFound("Diesen Antrag gibt es nicht mehr."));
    }

    private static boolean isAside(Poll poll, Founder founder) {
        Vote vote = poll.votes().get(founder.ags());
        return vote != null && vote.choice() == VoteChoice.ASIDE;
    }

    /** What a voice is given on: not the people's addresses, not where the invoice goes. */
    private static ObjectNode answers(DossierSummary summary) {
        ObjectNode answers = summary.answers().deepCopy();
        answers.remove(List.of("invoice", "agreement"));
        answers.path("contacts").forEach(contact -> ((ObjectNode) contact).remove(List.of("mail", "phone")));
        return answers;
    }

    private static Problem refused(String detail) {
        return Problem.conflict("nicht-moeglich", "Abstimmen ist gerade nicht möglich", detail);
    }
}
