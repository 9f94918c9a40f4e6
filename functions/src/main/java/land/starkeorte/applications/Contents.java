package land.starkeorte.applications;

import java.util.List;

/** Everything in a dossier beside the dossier itself, oldest first. */
record Contents(
        List<Step> steps, List<Message> messages, List<Note> notes, List<Task> tasks, List<Correction> corrections) {}
