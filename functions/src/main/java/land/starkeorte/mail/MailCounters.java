package land.starkeorte.mail;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.mail.MailLimits.Count;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/** Counts in the outbox's table, each until its time is over. */
final class MailCounters {
    private final Table table;

    MailCounters(Table table) {
        this.table = table;
    }

    /**
     * What was counted.
     *
     * @param expires epoch seconds from which on it is counted anew
     */
    record Counted(List<String> mails, long expires, int version) {
        static final Counted NONE = new Counted(List.of(), 0, 0);

        Counted at(Count count, Instant now) {
            return expires > now.getEpochSecond()
                    ? this
                    : new Counted(List.of(), now.plus(count.within()).getEpochSecond(), version);
        }

        Counted with(String mail) {
            return new Counted(Stream.concat(mails.stream(), Stream.of(mail)).toList(), expires, version);
        }
    }

    /** Counts it for all of them or, where one of them is full, for none. */
    boolean count(String mail, List<Count> counts, Instant now) {
        return table.store().retrying(() -> {
            var writes = Transaction.NONE;
            for (Count count : counts) {
                Counted before = table.find(count.key(), "count", Counted.class)
                        .orElse(Counted.NONE)
                        .at(count, now);
                if (before.mails().contains(mail)) {
                    continue;
                }
                if (before.mails().size() >= count.most()) {
                    return new Planned<>(Transaction.NONE, false);
                }
                writes = writes.and(table.save(count.key(), "count", before.with(mail)));
            }
            return new Planned<>(writes, true);
        });
    }
}
