package land.starkeorte.fees;

import java.time.Clock;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.PaidBooking;
import land.starkeorte.store.Transaction;

/** Whoever books what costs something owes it; what is cancelled is owed no more, or in part. Papers and mails follow. */
final class TripCharges implements BookingCharges {
    private final Fees fees;
    private final Clock clock;

    TripCharges(Fees fees, Clock clock) {
        this.fees = fees;
        this.clock = clock;
    }

    @Override
    public Transaction booked(PaidBooking booked) {
        String drawn = Secrets.reference();
        var fee = Fee.owed(booked, drawn.substring(0, 4) + "-" + drawn.substring(4));
        return fees.put(fee).and(fees.put(Fees.Code.of(fee.reference(), fee.dossier())));
    }

    @Override
    public Transaction ended(String registration, long owed, String why) {
        return fees.of(registration)
                .filter(fee -> owed < fee.cents())
                .map(fee -> fees.put(fee.reduced(owed, why, GermanFormat.dayOf(clock.instant()))))
                .orElse(Transaction.NONE);
    }
}
