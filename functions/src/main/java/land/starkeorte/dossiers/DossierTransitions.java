package land.starkeorte.dossiers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.OfficeTasks;
import land.starkeorte.tasks.StaffMember;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/** Lets other features move a dossier, write into its history and open tasks, in their own transactions. */
public final class DossierTransitions {
    private final DossierReader dossiers;
    private final DossierItems items;
    private final Tasks tasks;
    private final TransitionEffects effects;
    private final Clock clock;

    /** Over the applications table, for features that move nothing. */
    public DossierTransitions(Table table, Clock clock) {
        this(table, TransitionEffects.NONE, clock);
    }

    /** Over the applications table. */
    public DossierTransitions(Table table, TransitionEffects effects, Clock clock) {
        this.dossiers = new DossierReader(table);
        this.items = new DossierItems(table);
        this.tasks = new Tasks(table);
        this.effects = effects;
        this.clock = clock;
    }

    /** A dossier that was sent, as it is stored now. */
    public Optional<DossierSummary> find(String dossier) {
        return dossiers.find(dossier, clock.instant())
                .filter(found -> found.state() != DossierState.DRAFT)
                .map(DossierSummary::of);
    }

    /** The same for many, by dossier; those that are not there are left out. */
    public Map<String, DossierSummary> find(List<String> ids) {
        return dossiers.find(ids).values().stream()
                .filter(found -> found.state() != DossierState.DRAFT)
                .map(DossierSummary::of)
                .collect(Collectors.toMap(DossierSummary::id, Function.identity()));
    }

    /**
     * The dossier goes on, with everything that follows from it. Belongs into the transaction of what happened; its
     * conditions fail where somebody else wrote into the dossier meanwhile, or has moved it, then look and ask again.
     *
     * @param from where it must stand; the caller has looked
     * @param who an official's key, a signed-in person's id, or {@link land.starkeorte.http.Caller#SYSTEM}
     * @param why German, no personal data; the municipality reads it
     * @param until when the next thing is expected; absent where nothing waits
     */
    public Transaction move(
            String dossier, DossierState from, DossierState to, String who, String why, @Nullable LocalDate until) {
        Instant now = clock.instant();
        return dossiers.find(dossier, now)
                .filter(found -> found.state() == from)
                .map(before -> {
                    Dossier after = before.moved(to, who, why, until, now);
                    return items.change(before, after).and(effects.of(from, DossierSummary.of(after), now));
                })
                .orElseGet(() -> Transaction.of(items.stale(dossier)));
    }

    /** Addresses of those in the office who signed in lately, but for this person. */
    public List<String> colleagues(String person) {
        LocalDate today = DossierStatus.day(clock.instant());
        return tasks.colleagues().stream()
                .filter(one -> one.isAround(today) && !one.id().equals(person))
                .map(StaffMember::mail)
                .distinct()
                .toList();
    }

    /** A task for the office, once for each {@code cause}; the caller looks whether it was opened before. */
    public Transaction task(DossierSummary about, TaskKind kind, String cause, String text, int days) {
        return Transaction.of(items.row(
                about.id(),
                Task.byItself(kind, cause, about.id(), about.municipality().label(), text, days, clock.instant())));
    }

    /** The same, about something else than a dossier. */
    public Transaction task(OfficeTasks.Subject about, TaskKind kind, String cause, String text, int days) {
        return Transaction.of(items.row(
                about.id(), Task.byItself(kind, cause, about.id(), about.label(), text, days, clock.instant())));
    }

    /** What the task asked for is done; nothing where it was never opened, or somebody has ticked it off. */
    public Transaction taskDone(String dossier, TaskKind kind, String cause, String who) {
        return tasks.find(dossier, Task.id(kind, cause))
                .filter(task -> task.doneAt() == null)
                .map(task ->
                        Transaction.of(tasks.save(task.taken(task.owner(), task.due(), true, who, clock.instant()))))
                .orElse(Transaction.NONE);
    }

    /**
     * Belongs into the transaction of what happened; its conditions fail where somebody else wrote into the dossier
     * meanwhile, then ask again.
     *
     * @param who an official's key, or {@link land.starkeorte.http.Caller#SYSTEM}
     * @param what German, no personal data
     */
    public Transaction note(String dossier, String who, String what) {
        Instant now = clock.instant();
        return dossiers.find(dossier, now)
                .map(before -> items.change(before, before.noted(who, what, now)))
                .orElse(Transaction.NONE);
    }

    /** The same, and the next thing is expected on another day. */
    public Transaction note(String dossier, String who, String what, LocalDate until) {
        Instant now = clock.instant();
        return dossiers.find(dossier, now)
                .map(before -> items.change(before, before.rescheduled(who, what, until, now)))
                .orElse(Transaction.NONE);
    }

    /** Something happened, and the office gets a task, once for each {@code cause}. */
    public Transaction noteAndTask(String dossier, String who, String what, TaskKind kind, String cause, String text) {
        return note(dossier, who, what)
                .and(find(dossier)
                        .map(found -> task(found, kind, cause, text, 3))
                        .orElse(Transaction.NONE));
    }
}
