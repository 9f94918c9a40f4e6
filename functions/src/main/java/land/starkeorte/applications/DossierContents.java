package land.starkeorte.applications;

import java.util.List;

/** What is in a dossier beside the dossier itself and what is written in it, oldest first. */
record DossierContents(
        List<HistoryEntry> steps, List<Task> tasks, List<Correction> corrections, List<ApplicationCopy> copies) {}
