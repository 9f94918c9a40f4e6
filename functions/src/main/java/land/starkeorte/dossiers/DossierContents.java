package land.starkeorte.dossiers;

import java.util.List;
import land.starkeorte.tasks.Task;

/** What is in a dossier beside the dossier itself and what is written in it, oldest first. */
public record DossierContents(
        List<HistoryEntry> steps, List<Task> tasks, List<Correction> corrections, List<ApplicationCopy> copies) {}
