package land.starkeorte.fees;

import java.util.Optional;
import land.starkeorte.applications.DossierTransitions;
import land.starkeorte.events.PaidBooking;
import land.starkeorte.mail.DynamoOutbox;

/** Tells whose fee it is. */
final class Debtors {
    private final DossierTransitions chronicle;
    private final DynamoOutbox outbox;

    Debtors(DossierTransitions chronicle, DynamoOutbox outbox) {
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** Nothing where a dossier is gone. */
    Optional<Debtor> find(Fee fee) {
        PaidBooking booked = fee.booked();
        return booked == null
                ? chronicle.find(fee.dossier()).map(candidate -> new DossierDebtor(candidate, fee, chronicle, outbox))
                : Optional.of(new TripDebtor(fee, booked, chronicle, outbox));
    }

    Debtor of(Fee fee) {
        return find(fee).orElseThrow();
    }
}
