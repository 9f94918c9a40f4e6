package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.Json;
import land.starkeorte.questionnaire.AnswerSheet;
import land.starkeorte.questionnaire.Questionnaire;

/**
 * What a municipality has sent becomes a paper for its own files, and the confirmation goes out with it: with the paper or not
 * yet, never without. The table's stream tells of it within a second; a schedule, whose event names nothing, takes what the
 * stream left.
 */
final class PrintApplications implements TriggeredFunction {
    private static final int MOST = 100;

    private final ApplicationCopies copies;
    private final DossierReader dossiers;
    private final Outbox outbox;
    private final PaperArchive archive;
    private final PdfPrinter printer = new PdfPrinter();
    private final Questionnaire form = Questionnaire.ofTheForm();
    private final List<String> network;
    private final Clock clock;

    PrintApplications(
            ApplicationCopies copies,
            DossierReader dossiers,
            Outbox outbox,
            PaperArchive archive,
            String network,
            Clock clock) {
        this.copies = copies;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.archive = archive;
        this.network = List.of(network.split("\\s*,\\s*", -1));
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("application not printed");
        (trigger.isStream() ? trigger.keys("pk") : copies.waiting(MOST))
                .forEach(dossier -> batch.attempt(dossier, () -> print(dossier)));
        batch.end("Applications not printed");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        printer.print(
                "application",
                Map.of(
                        "network",
                        network,
                        "municipality",
                        "Musterstadt",
                        "reference",
                        "AAAA-AAAA",
                        "sent",
                        GermanFormat.moment(Instant.EPOCH),
                        "sender",
                        "Rathaus",
                        "number",
                        1,
                        "sheet",
                        AnswerSheet.of(form, Json.MAPPER.createObjectNode())));
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }

    private void print(String id) {
        for (ApplicationCopy copy : copies.unprinted(id)) {
            Instant now = clock.instant();
            Dossier dossier = dossiers.find(id, now).orElseThrow();
            // The same copy makes the same key: a run that died here leaves nothing that the next one does not find.
            String key = Attachment.APPLICATIONS + id + "-" + copy.number() + ".pdf";
            archive.keep(key, "application/pdf", printer.print("application", model(dossier, copy)));
            var writes = copies.printed(copy.printed(key));
            if (copy.number() == 1 && !dossier.state().isOver()) {
                var paper = new Attachment("Antrag.pdf", "application/pdf", key);
                writes = writes.and(outbox.put(ApplicationMails.received(dossier, paper), now));
            }
            // Where another run was faster there is nothing left to do.
            copies.write(writes);
        }
    }

    private Map<String, Object> model(Dossier dossier, ApplicationCopy copy) {
        return Map.of(
                "network", network,
                "municipality", dossier.municipality().label(),
                "reference", Dossier.readable(Objects.requireNonNull(dossier.reference())),
                "sent", GermanFormat.moment(copy.at()),
                "sender", copy.sender(),
                "number", copy.number(),
                "sheet", AnswerSheet.of(form, Objects.requireNonNull(copy.answers())));
    }
}
