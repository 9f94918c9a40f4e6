package land.starkeorte.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import land.starkeorte.invoicing.Invoice;
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
        return Response.ok(Map.of(
                "files",
                bank.files(MOST_FILES).stream().map(StaffBankEndpoints::view).toList(),
                "lines",
                bank.queue(MOST_LINES).stream()
                        .map(line -> view(line, line.isAssignable() ? suggestions(line, unpaid) : List.of()))
                        .toList(),
                "differences",
                Stream.concat(
                                unpaid.stream().filter(fee -> fee.account().balance() != 0),
                                fees.overpaid(MOST_FEES).stream())
                        .map(StaffBankEndpoints::view)
                        .toList(),
                "open",
                unpaid.stream().map(StaffBankEndpoints::view).toList(),
                "largest",
                BankFile.LARGEST));
    }

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
        return Response.ok(Map.of(
                "invoices",
                fees.code(typed).flatMap(code -> fees.of(code.dossier())).stream()
                        .map(StaffBankEndpoints::view)
                        .toList()));
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
        return Response.created(Map.of("id", id, "upload", form.view()));
    }

    private Response file(Request request) {
        return Response.ok(view(
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

    private static Map<String, Object> view(BankImport file) {
        return Map.of(
                "id", file.id(),
                "name", file.name(),
                "at", file.at().toString(),
                "by", file.by(),
                "state", file.state().name(),
                "counts", file.counts(),
                "fault", file.fault(),
                "passedOver", file.passedOver() == null ? List.of() : file.passedOver());
    }

    private static Map<String, Object> view(BankTransaction line, List<Fee> suggestions) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", line.id());
        view.put("day", line.day().toString());
        view.put("amount", line.amount());
        view.put("kind", line.kind().name());
        view.put("party", line.party());
        view.put("account", line.account());
        view.put("text", line.text());
        view.put("why", line.why() == null ? "" : line.why().words);
        view.put("assignable", line.isAssignable());
        view.put(
                "suggestions",
                suggestions.stream().map(StaffBankEndpoints::view).toList());
        return view;
    }

    /**
     * Whom its references name; without one, whose account it was paid from, or whose fee is as high and whose name it carries.
     * What takes money back is not suggested where none has come in.
     */
    private List<Fee> suggestions(BankTransaction line, List<Fee> unpaid) {
        Payment payment = line.payment(line.cents(), "");
        Stream<Fee> meant = line.dossiers().isEmpty()
                ? (payment.isTaking()
                                ? Stream.concat(unpaid.stream(), fees.settled(MOST_FEES).stream())
                                : unpaid.stream())
                        .filter(fee -> isLike(line, payment, fee))
                : line.dossiers().stream().flatMap(dossier -> fees.of(dossier).stream());
        return meant.filter(PaymentPosting::isBookable)
                .filter(fee -> fee.account().covers(payment))
                .toList();
    }

    private static boolean isLike(BankTransaction line, Payment payment, Fee fee) {
        boolean known = fee.account().payments().values().stream()
                .anyMatch(before -> !before.from().isEmpty() && before.from().equals(line.account()));
        String said = " " + words(line.party() + " " + line.text()) + " ";
        return payment.isTaking()
                ? known
                : fee.outstanding() == line.cents() && (known || said.contains(" " + words(fee.municipality()) + " "));
    }

    /** As banks write names: capitals, no umlauts, no signs; and without what is no name. */
    private static String words(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replace("Ä", "AE")
                .replace("Ö", "OE")
                .replace("Ü", "UE")
                .replace("ẞ", "SS")
                .replaceAll("\\([^)]*\\)", " ")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }

    private static Map<String, Object> view(Fee fee) {
        Invoice invoice = fee.invoice();
        return Map.of(
                "dossier", fee.dossier(),
                "municipality", fee.municipality(),
                "event", fee.booked() == null ? "" : fee.booked().event(),
                "title", fee.matter().title(),
                "reference", fee.reference(),
                "number", invoice == null ? "" : invoice.number(),
                "cents", fee.cents(),
                "outstanding", fee.outstanding(),
                "surplus", fee.overpaid());
    }
}
