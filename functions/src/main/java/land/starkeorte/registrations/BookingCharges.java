package land.starkeorte.registrations;

import land.starkeorte.store.Transaction;

/** What whoever collects money does, in the same transaction, when a registration that costs something holds or ends. */
public interface BookingCharges {
    /** For whoever collects nothing. */
    BookingCharges NONE = new BookingCharges() {
        @Override
        public Transaction booked(PaidBooking booked) {
            return Transaction.NONE;
        }

        @Override
        public Transaction ended(String registration, long owed, String why) {
            return Transaction.NONE;
        }
    };

    /** It holds from now on. May be asked again for the same booking, when somebody else wrote in between. */
    Transaction booked(PaidBooking booked);

    /**
     * It does not hold any more; nothing where that was said before.
     *
     * @param owed what is owed all the same, in cents
     * @param why for the credit note's records, German
     */
    Transaction ended(String registration, long owed, String why);
}
