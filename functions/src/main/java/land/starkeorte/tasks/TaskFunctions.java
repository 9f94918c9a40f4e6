package land.starkeorte.tasks;

import land.starkeorte.store.Store;

/** Puts together what this feature offers to the others and to the platform. */
public final class TaskFunctions {
    private TaskFunctions() {}

    /** Tasks for the office that are about something else than a dossier. */
    public static OfficeTasks tasks(Store store, String applicationsTable) {
        return new OfficeTasks(new Tasks(store.table(applicationsTable)));
    }
}
