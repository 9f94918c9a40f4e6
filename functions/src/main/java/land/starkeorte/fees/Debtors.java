package land.starkeorte.fees;

import java.util.Optional;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.events.Booked;
import land.starkeorte.mail.DynamoOutbox;

/** Tells whose fee it is. */
final class Debtors {
    private final DynamoChronicle chronicle;
    private final DynamoOutbox outbox;

    Debtors(DynamoChronicle chronicle, DynamoOutbox outbox) {
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** Nothing where a dossier is gone. */
    Optional<Debtor> find(Fee fee) {
        Booked booked = fee.booked();
        return booked == null
                ? chronicle.find(fee.dossier()).map(candidate -> new DossierDebtor(candidate, fee, chronicle, outbox))
                : Optional.of(new TripDebtor(fee, booked, chronicle, outbox));
    }

    Debtor of(Fee fee) {
        return find(fee).orElseThrow();
    }
}
