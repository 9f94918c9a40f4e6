package land.starkeorte.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a task was opened: by itself, but for the last. The page has words for each; a test holds both together. */
public enum TaskKind {
    BOUNCE,
    DOCUMENT,
    QUESTION,
    CORRECTION,
    PRESELECTION,
    INTERVIEW,
    DECISION,
    FEE,
    TRIP,
    RECORDING,
    DISPUTE,
    MANUAL;

    /** As it is stored, answered, and part of a task's id. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
