package land.starkeorte.payments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.Fees;
import land.starkeorte.fees.Payment;

/** Which fees a payment may be meant for that names none, or more than one. */
final class Suggestions {
    private static final int MOST_SETTLED = 500;

    private final Fees fees;

    Suggestions(Fees fees) {
        this.fees = fees;
    }

    /**
     * Whom its references name; without one, whose account it was paid from, or whose fee is as high and whose name it carries.
     * What takes money back is not suggested where none has come in.
     */
    List<Fee> of(BankTransaction line, List<Fee> unpaid) {
        Payment payment = line.payment(line.cents(), "");
        Stream<Fee> meant = line.dossiers().isEmpty()
                ? (payment.isTaking()
                                ? Stream.concat(unpaid.stream(), fees.settled(MOST_SETTLED).stream())
                                : unpaid.stream())
                        .filter(fee -> isLike(line, payment, fee))
                : line.dossiers().stream().flatMap(dossier -> fees.of(dossier).stream());
        return meant.filter(PaymentPosting::isBookable)
                .filter(fee -> fee.account().covers(payment))
                .toList();
    }

    private static boolean isLike(BankTransaction line, Payment payment, Fee fee) {
        boolean known = fee.account().payments().values().stream()
                .anyMatch(before -> !before.from().isEmpty()
                        && before.from().equals(line.details().account()));
        String said = " " + words(line.details().party() + " " + line.details().text()) + " ";
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
}
