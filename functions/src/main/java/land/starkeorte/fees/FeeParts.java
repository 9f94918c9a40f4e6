package land.starkeorte.fees;

import java.time.Clock;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Store;

/** What belongs together over one set of tables. */
public record FeeParts(Fees fees, Debtors debtors, FeeWorkflow workflow) {
    /**
     * Over these tables.
     *
     * @param effects what the other features do when a payment moves a dossier
     */
    public static FeeParts of(FeeTables tables, TransitionEffects effects, Store store, Clock clock) {
        var fees = new Fees(store.table(tables.feesTable()));
        var debtors = new Debtors(
                new DossierTransitions(store.table(tables.applicationsTable()), effects, clock),
                new Outbox(store.table(tables.outboxTable())));
        return new FeeParts(fees, debtors, new FeeWorkflow(fees, debtors));
    }
}
