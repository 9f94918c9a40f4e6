package land.starkeorte.fees;

import java.util.Optional;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.mail.Outbox;
import land.starkeorte.registrations.PaidBooking;

/** Tells whose fee it is. */
public final class Debtors {
    private final DossierTransitions transitions;
    private final Outbox outbox;

    public Debtors(DossierTransitions transitions, Outbox outbox) {
        this.transitions = transitions;
        this.outbox = outbox;
    }

    /** Nothing where a dossier is gone. */
    public Optional<Debtor> find(Fee fee) {
        PaidBooking booked = fee.booked();
        return booked == null
                ? transitions.find(fee.dossier()).map(summary -> new DossierDebtor(summary, fee, transitions, outbox))
                : Optional.of(new TripDebtor(fee, booked, transitions, outbox));
    }

    Debtor of(Fee fee) {
        return find(fee).orElseThrow();
    }
}
