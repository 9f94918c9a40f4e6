package land.starkeorte.tasks;

import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class TaskFunctions {
    private TaskFunctions() {}

    /** Tasks for the office that are about something else than a dossier. */
    public static OfficeTasks tasks(Table table) {
        return new OfficeTasks(new Tasks(table));
    }
}
