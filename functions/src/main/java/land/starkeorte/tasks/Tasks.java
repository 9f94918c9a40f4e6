package land.starkeorte.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the office has to do, and who belongs to it. */
public interface Tasks {
    Optional<Task> find(String dossier, String id);

    /** Opens it unless it was ever opened before. */
    boolean open(Task task);

    /** Writes over exactly what {@code before} was. */
    boolean change(Task before, Task after);

    /** Tasks still open, by due date; {@code after} is where the page before ended. */
    Page open(@Nullable String after, int most);

    /**
     * What is shown at once.
     *
     * @param next where the next page begins; absent on the last
     */
    record Page(List<Task> tasks, @Nullable String next) {}

    /** Dossiers in which somebody has been waiting since before then: {@code question} for the office, {@code correction} for the municipality. */
    List<WaitingDossier> waitingSince(String what, Instant before, int most);

    /** Who waits, and since when. */
    record WaitingDossier(String dossier, String municipality, Instant since) {}

    void signedIn(StaffMember colleague);

    List<StaffMember> colleagues();
}
