package land.starkeorte.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.bank.BankFile;
import land.starkeorte.fees.Debtors;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.FeeWorkflow;
import land.starkeorte.fees.Fees;
import land.starkeorte.fees.Payment;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.s3.UploadForm;
import land.starkeorte.sheets.SheetFiles;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;

/** The office drops the bank's files, and decides what could not decide itself. */
final class StaffBankEndpoints {
    private static final Duration UPLOAD_VALID = Duration.ofMinutes(10);
    private static final int MOST_LINES = 100;
    private static final int MOST_FILES = 10;
    private static final int MOST_FEES = 500;

    private final BankTransactions bank;
    private final Fees fees;
    private final Suggestions suggestions;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final BankInbox inbox;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffBankEndpoints(
            BankTransactions bank,
            Fees fees,
            FeeWorkflow workflow,
            Debtors debtors,
            BankInbox inbox,
            IdempotentWriter writer,
            Clock clock) {
        this.bank = bank;
        this.fees = fees;
        this.suggestions = new Suggestions(fees);
        this.workflow = workflow;
        this.debtors = debtors;
        this.inbox = inbox;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/bank", this::show)
                .staff("GET /api/staff/bank/books", this::books)
                .staff("GET /api/staff/bank/invoices", this::find)
                .staff("POST /api/staff/bank/files", this::announce)
                .staff("GET /api/staff/bank/files/{id}", this::file)
                .staff("POST /api/staff/bank/lines/{id}/assignment", this::assign)
                .staff("POST /api/staff/bank/lines/{id}/settlement", this::settle);
    }

    private Response show(Request request) {
        List<Fee> unpaid = fees.unpaid(MOST_FEES);
        return Response.ok(new BankView(
                bank.files(MOST_FILES).stream().map(BankView.File::of).toList(),
                bank.queue(MOST_LINES).stream()
                        .map(line ->
                                BankView.Line.of(line, line.isAssignable() ? suggestions.of(line, unpaid) : List.of()))
                        .toList(),
                BankView.Account.of(Stream.concat(
                        unpaid.stream().filter(fee -> fee.account().balance() != 0),
                        fees.overpaid(MOST_FEES).stream())),
                BankView.Account.of(unpaid.stream()),
                BankFile.LARGEST));
    }

    /** Whose number or reference was asked for. */
    private record Invoices(List<BankView.Account> invoices) {}

    /** Where a file is sent. */
    private record Announced(String id, UploadForm.Ordered upload) {}

    /** As one workbook, or one of its sheets as text. */
    private Response books(Request request) {
        var books = new BookkeepingExport(fees.all());
        return switch (request.query("what")) {
            case "invoices" ->
                SheetFiles.answer(request, "rechnungen", books.invoices(), books.payments(), books.months());
            case "payments" ->
                SheetFiles.answer(request, "zahlungen", books.payments(), books.invoices(), books.months());
            case "months" -> SheetFiles.answer(request, "monate", books.months(), books.invoices(), books.payments());
            default -> throw Problem.malformed("Der Parameter „what“ muss invoices, payments oder months sein.");
        };
    }

    /** Whose invoice number or reference that is, paid or not; it comes in a header, because addresses are written down. */
    private Response find(Request request) {
        String typed = Request.decoded(request.headers().getOrDefault("search", ""));
        return Response.ok(
                new Invoices(BankView.Account.of(fees.code(typed).flatMap(code -> fees.of(code.dossier())).stream())));
    }

    /** The same key gets the same file and a fresh form, so that a lost answer or a broken upload is simply tried again. */
    private Response announce(Request request) {
        var typed = FormReader.read(request.json(), true, form -> {
            form.line("name", 200, "Der Name der Datei fehlt.");
            form.number(
                    "size",
                    1,
                    (int) BankFile.LARGEST,
                    "Die Datei darf höchstens 95 MB groß sein und nicht leer. Teilen Sie den Zeitraum auf.");
        });
        String who = request.caller().id();
        Instant now = clock.instant();
        String id = Secrets.derivedId(
                "bank\n" + who + "\n" + IdempotencyKey.of(request).key());
        if (bank.file(id).isEmpty()) {
            var announced = BankImport.announced(
                    id, typed.path("name").asString(), typed.path("size").asLong(0), now, who);
            var _ = bank.write(bank.put(announced));
        }
        BankImport file = bank.file(id).orElseThrow();
        UploadForm form = inbox.form(id, file.bytes(), now, UPLOAD_VALID);
        return Response.created(new Announced(id, form.ordered()));
    }

    private Response file(Request request) {
        return Response.ok(BankView.File.of(
                bank.file(request.path("id")).orElseThrow(() -> Problem.notFound("Diese Datei ist nicht bekannt."))));
    }

    private Response assign(Request request) {
        String dossier = FormReader.read(
                        request.json(), true, form -> form.line("dossier", 40, "Wählen Sie eine offene Rechnung."))
                .path("dossier")
                .asString();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            String who = request.caller().id();
            BankTransaction line = waiting(request);
            if (!line.isAssignable()) {
                throw Problem.refused(
                        "Diese Zahlung kann keiner Rechnung gutgeschrieben werden. Vermerken Sie, was geschah.");
            }
            Fee fee = fees.of(dossier)
                    .filter(PaymentPosting::isBookable)
                    .orElseThrow(() -> Problem.invalid("dossier", "Für diesen Vorgang gibt es noch keine Rechnung."));
            Payment payment = line.payment(line.cents(), who);
            if (!fee.account().covers(payment)) {
                throw Problem.invalid(
                        "dossier",
                        "Auf diese Rechnung ist nicht so viel eingegangen. Ordnen Sie erst den Eingang zu, oder vermerken Sie, was geschah.");
            }
            return new Planned<>(
                    workflow.booked(fee, payment, who, now)
                            .and(bank.put(line.finished(List.of(dossier), "", who)))
                            .and(taskDone(line, who)),
                    Response.created());
        });
    }

    private Response settle(Request request) {
        String note = FormReader.read(
                        request.json(), true, form -> form.text("note", 1000, "Schreiben Sie, was damit geschah."))
                .path("note")
                .asString();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            BankTransaction line = waiting(request);
            String who = request.caller().id();
            return new Planned<>(
                    Transaction.of(bank.put(line.finished(List.of(), note, who)))
                            .and(taskDone(line, who)),
                    Response.created());
        });
    }

    /** Nothing where it asked nobody. */
    private Transaction taskDone(BankTransaction line, String who) {
        return Transaction.all(line.dossiers().stream()
                .flatMap(dossier -> fees.of(dossier).stream())
                .flatMap(fee -> debtors.find(fee).stream())
                .map(debtor -> debtor.taskDone(line.task(), who)));
    }

    private BankTransaction waiting(Request request) {
        BankTransaction line =
                bank.line(request.path("id")).orElseThrow(() -> Problem.notFound("Diese Zahlung ist nicht bekannt."));
        if (line.done()) {
            throw Problem.refused("Um diese Zahlung hat sich inzwischen jemand gekümmert.");
        }
        return line;
    }
}
