package land.starkeorte.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.FeeLedger;
import land.starkeorte.fees.Payment;
import land.starkeorte.fees.Payment.Kind;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Everything that was invoiced, taken back, paid and paid back, for whoever keeps the books. */
final class BookkeepingExport {
    private final List<Paper> papers;
    private final List<Movement> movements;

    BookkeepingExport(Collection<Fee> fees) {
        papers = fees.stream()
                .flatMap(BookkeepingExport::papers)
                .sorted(Comparator.comparing(Paper::day).thenComparing(Paper::number))
                .toList();
        movements = fees.stream()
                .flatMap(fee -> fee.account().inOrder(fee.cents()).stream().map(line -> new Movement(fee, line)))
                .sorted(Comparator.comparing(Movement::day)
                        .thenComparing(movement -> movement.fee.municipality())
                        .thenComparing(movement -> movement.line.payment().id()))
                .toList();
    }

    /** @param note the credit note that takes the invoice back; absent where the paper is the invoice itself */
    private record Paper(Fee fee, Invoice invoice, @Nullable CreditNote note) {
        String number() {
            return note == null ? invoice.number() : note.number();
        }

        LocalDate day() {
            return note == null ? invoice.issuedOn() : note.day();
        }

        long cents() {
            return note == null ? invoice.cents() : -invoice.cents();
        }

        boolean stands() {
            return note == null && invoice.equals(fee.invoicing().valid());
        }
    }

    private record Movement(Fee fee, FeeLedger.Line line) {
        LocalDate day() {
            return line.payment().day();
        }

        /** As it moves money: out is below zero. */
        long cents() {
            Payment payment = line.payment();
            return payment.isTaking() ? -payment.cents() : payment.cents();
        }

        boolean is(Kind... kinds) {
            return List.of(kinds).contains(line.payment().kind());
        }
    }

    private static Stream<Paper> papers(Fee fee) {
        Stream<Paper> taken = fee.invoicing().cancelled().stream()
                .flatMap(note -> Stream.of(new Paper(fee, note.invoice(), null), new Paper(fee, note.invoice(), note)));
        Invoice invoice = fee.invoicing().invoice();
        CreditNote cancelling = fee.invoicing().cancelling();
        return Stream.concat(
                taken,
                invoice == null
                        ? Stream.of()
                        : cancelling == null || !cancelling.isNumbered()
                                ? Stream.of(new Paper(fee, invoice, null))
                                : Stream.of(new Paper(fee, invoice, null), new Paper(fee, invoice, cancelling)));
    }

    /** Invoices and credit notes in the row of their numbers. */
    Sheet<?> invoices() {
        return Sheet.of("Rechnungen und Stornos", papers)
                .text("Nummer", Paper::number)
                .day("Datum", Paper::day)
                .text("Art", paper -> paper.note() == null ? "Rechnung" : "Storno")
                .text(
                        "Storno zu",
                        paper -> paper.note() == null ? null : paper.invoice().number())
                .text("Wer", paper -> paper.fee().municipality())
                .text("Empfänger", paper -> paper.invoice().buyer().name())
                .text("Zeichen", paper -> paper.fee().reference())
                .day("Fällig", paper -> paper.note() == null ? paper.invoice().dueOn() : null)
                .euros("Betrag", Paper::cents)
                .euros("Offen", paper -> paper.stands() ? paper.fee().outstanding() : null)
                .text("Wofür", paper -> paper.fee().matter().title());
    }

    /** What happened on the accounts; what is told twice, or says nothing new, counts for nothing. */
    Sheet<?> payments() {
        return Sheet.of("Zahlungen", movements)
                .day("Tag", Movement::day)
                .text("Art", movement -> words(movement.line().payment().kind()))
                .text("Wer", movement -> movement.fee().municipality())
                .text("Zeichen", movement -> movement.fee().reference())
                .text("Rechnung", movement -> number(movement.fee()))
                .euros("Betrag", Movement::cents)
                .euros("Davon zählt", movement -> movement.line().effect())
                .text("Notiz", movement -> movement.line().payment().note())
                .text("Wofür", movement -> movement.fee().matter().title());
    }

    private static @Nullable String number(Fee fee) {
        Invoice invoice = fee.invoicing().invoice();
        return invoice == null ? null : invoice.number();
    }

    /** The sums of each month. */
    Sheet<?> months() {
        var months = new TreeMap<YearMonth, Month>();
        papers.forEach(paper -> month(months, paper.day()).papers.add(paper));
        movements.forEach(movement -> month(months, movement.day()).movements.add(movement));
        return Sheet.of("Monate", List.copyOf(months.values()))
                .day("Monat", month -> month.month().atDay(1))
                .number("Rechnungen", month -> month.count(false))
                .euros("Berechnet", month -> month.invoiced(false))
                .number("Stornos", month -> month.count(true))
                .euros("Storniert", month -> month.invoiced(true))
                .euros("Eingegangen", month -> month.moved(Kind.TRANSFER, Kind.CARD, Kind.CONFIRMATION))
                .euros(
                        "Zurückgegangen",
                        month -> month.moved(Kind.RETURN, Kind.REFUND, Kind.REFUND_NOTE, Kind.REFUND_FAILED))
                .euros("Erlassen", month -> month.moved(Kind.WAIVER));
    }

    private static Month month(Map<YearMonth, Month> months, LocalDate day) {
        return months.computeIfAbsent(
                YearMonth.from(day), month -> new Month(month, new ArrayList<>(), new ArrayList<>()));
    }

    private record Month(YearMonth month, List<Paper> papers, List<Movement> movements) {
        long count(boolean notes) {
            return papers.stream()
                    .filter(paper -> (paper.note() != null) == notes)
                    .count();
        }

        long invoiced(boolean notes) {
            return papers.stream()
                    .filter(paper -> (paper.note() != null) == notes)
                    .mapToLong(Paper::cents)
                    .sum();
        }

        long moved(Kind... kinds) {
            return movements.stream()
                    .filter(movement -> movement.is(kinds))
                    .mapToLong(movement -> movement.line().effect())
                    .sum();
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case TRANSFER -> "Überweisung";
            case CARD -> "Kartenzahlung";
            case CARD_PENDING -> "Kartenzahlung begonnen";
            case CARD_FAILED -> "Kartenzahlung fehlgeschlagen";
            case CONFIRMATION -> "bestätigt";
            case WAIVER -> "erlassen";
            case RETURN -> "Rückgabe";
            case REFUND -> "Rückzahlung";
            case REFUND_FAILED -> "Rückzahlung fehlgeschlagen";
            case REFUND_NOTE -> "Rückzahlung vermerkt";
        };
    }
}
