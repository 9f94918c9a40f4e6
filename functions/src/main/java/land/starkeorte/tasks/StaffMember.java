package land.starkeorte.tasks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the office who has signed in.
 *
 * @param seen the day on which they did so last; absent where that was before anybody noted it
 */
public record StaffMember(String id, String mail, @Nullable LocalDate seen) {
    /** Whoever has not come for so long may have left; the directory does not tell us. */
    private static final int DAYS = 60;

    public boolean isAround(LocalDate today) {
        return seen != null && !seen.plusDays(DAYS).isBefore(today);
    }
}
