package land.starkeorte.events;

import land.starkeorte.store.Transaction;

/** Whoever has something to do when the office changes an event: makes seats, tells those who come. */
public interface EventListener {
    /**
     * Writes that belong to this change: it was published, changed or cancelled. May be asked again for the same change, when
     * somebody else wrote in between.
     */
    Transaction onChanged(Event before, Event after);

    /** The change is written; done while whoever made it waits for the answer. */
    void onWritten(String event);
}
