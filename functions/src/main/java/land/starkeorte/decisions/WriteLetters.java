package land.starkeorte.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.platform.Batch;

/**
 * A confirmed decision becomes a letter in the archive and in the municipality's mailboxes. What follows from an admission
 * begins with the letter, so that nothing arrives before it. The table's stream tells of decisions; a schedule, whose event
 * names nothing, takes what the stream left.
 */
final class WriteLetters implements TriggeredFunction {
    private static final int MOST = 100;

    private final Decisions decisions;
    private final DossierTransitions transitions;
    private final Outbox outbox;
    private final TransitionEffects told;
    private final PaperArchive archive;
    private final PdfPrinter printer = new PdfPrinter();
    private final String network;
    private final Clock clock;

    WriteLetters(
            Decisions decisions,
            DossierTransitions transitions,
            Outbox outbox,
            TransitionEffects told,
            PaperArchive archive,
            String network,
            Clock clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.outbox = outbox;
        this.told = told;
        this.archive = archive;
        this.network = network;
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("letter not written");
        (trigger.isStream()
                        ? trigger.keys("pk")
                        : decisions.unwritten(MOST).stream()
                                .map(Decision::dossier)
                                .toList())
                .forEach(dossier -> batch.attempt(dossier, () -> write(dossier)));
        batch.end("Letters not written");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        printer.print(
                "letter",
                model(List.of("Rathaus"), "Musterstadt", "Rathaus", "AAAA-AAAA", true, "Grund", Instant.EPOCH));
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }

    private void write(String dossier) {
        var found = decisions.of(dossier).filter(decision -> decision.isConfirmed() && decision.letter() == null);
        if (found.isEmpty()) {
            return;
        }
        Decision decision = found.get();
        DossierSummary summary = transitions.find(dossier).orElseThrow();
        // The same decision makes the same key: a run that died here leaves nothing that the next one does not find.
        String key = "letters/" + dossier + "-" + decision.version() + ".pdf";
        archive.keep(key, "application/pdf", printer.print("letter", model(decision, summary)));
        Instant now = clock.instant();
        var writes = decisions.put(decision.written(key));
        String template = decision.choice() == Decision.Choice.ADMIT ? "admitted" : "declined";
        if (decision.choice() == Decision.Choice.ADMIT) {
            writes = writes.and(told.of(DossierState.INTERVIEWED, summary, now));
        }
        List<Mail> mails = summary.mails().stream()
                .distinct()
                .map(to -> mail(template, key, to, summary))
                .toList();
        // Where another run was faster there is nothing left to do.
        decisions.write(writes.and(outbox.put(mails, now)));
    }

    private static Mail mail(String template, String key, String to, DossierSummary summary) {
        return new Mail(
                Mail.only(template, summary.id(), to),
                to,
                template,
                Map.of(
                        "greeting",
                        summary.greeting(to),
                        "municipality",
                        summary.municipality().label(),
                        "reference",
                        summary.reference()),
                new LinkTarget.OneDossier(summary.id()),
                summary.id(),
                null,
                List.of(new Attachment("Entscheidung.pdf", "application/pdf", key)));
    }

    private Map<String, Object> model(Decision decision, DossierSummary summary) {
        return model(
                address(summary),
                summary.municipality().label(),
                summary.answers().at("/contacts/0/name").asString(""),
                summary.reference(),
                decision.choice() == Decision.Choice.ADMIT,
                decision.reason(),
                Objects.requireNonNull(decision.confirmedAt()));
    }

    /** Where the municipality has its invoice sent. */
    private static List<String> address(DossierSummary summary) {
        var invoice = summary.answers().path("invoice");
        return Stream.of(
                        invoice.path("recipient").asString(""),
                        summary.answers().at("/contacts/0/name").asString(""),
                        invoice.path("street").asString(""),
                        invoice.path("postcode").asString("") + " "
                                + invoice.path("city").asString(""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Map<String, Object> model(
            List<String> to,
            String municipality,
            String contact,
            String reference,
            boolean admitted,
            String reason,
            Instant at) {
        return Map.of(
                "network", List.of(network.split("\\s*,\\s*", -1)),
                "to", to,
                "municipality", municipality,
                "contact", contact,
                "reference", reference,
                "admitted", admitted,
                "reason", List.of(reason.split("\\n+", -1)),
                "day", GermanFormat.day(GermanFormat.dayOf(at)));
    }
}
