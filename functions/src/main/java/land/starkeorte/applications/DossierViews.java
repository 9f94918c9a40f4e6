package land.starkeorte.applications;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import land.starkeorte.access.Session;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierContents;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Official;
import land.starkeorte.http.Caller;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.messages.Note;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskView;

/** A dossier as its two kinds of readers see it. */
public final class DossierViews {
    private static final int MOST_TASKS = 100;

    private DossierViews() {}

    /** For the municipality: no names of the office, no notes, no tasks. */
    static Map<String, ?> forOfficial(
            DossierAccess.OpenDossier opened,
            DossierContents contents,
            NewestPage<Message> messages,
            List<Session> sessions) {
        Dossier dossier = opened.dossier();
        String reader = opened.by();
        var view = common(dossier, contents);
        view.put("standing", DossierStatus.of(dossier).view());
        view.put("open", dossier.state().isOpen());
        view.put("over", dossier.state().isOver());
        view.put(
                "copies",
                contents.copies().stream()
                        .filter(copy -> copy.paper() != null)
                        .map(copy ->
                                Map.of("number", copy.number(), "at", copy.at().toString()))
                        .toList());
        view.put("unread", dossier.conversation().isUnread(Author.MUNICIPALITY));
        view.put(
                "officials",
                dossier.officials().entrySet().stream()
                        .map(entry -> Map.of(
                                "key",
                                entry.getKey(),
                                "mail",
                                entry.getValue().mail(),
                                "you",
                                entry.getKey().equals(reader)))
                        .toList());
        view.put(
                "sessions",
                sessions.stream()
                        .filter(session -> dossier.opener(session) != null)
                        .sorted(Comparator.comparing(Session::started))
                        .map(session -> Map.of(
                                "id", session.id(),
                                "official", Objects.requireNonNull(dossier.opener(session)),
                                "since", session.started().toString(),
                                "seen", session.seen().toString(),
                                "until", session.until().toString(),
                                "kind", session.kind(),
                                "you", session.id().equals(opened.session().id())))
                        .toList());
        view.put(
                "steps",
                contents.steps().stream()
                        .map(step -> Map.of(
                                "at",
                                step.at().toString(),
                                "what",
                                step.why(),
                                "who",
                                who(step.who(), dossier, reader)))
                        .toList());
        view.putAll(messages(messages, dossier, reader));
        return view;
    }

    /** Messages as the municipality reads them. */
    static Map<String, ?> messages(NewestPage<Message> messages, Dossier dossier, String reader) {
        var newest = messages.newest().stream()
                .map(message -> Map.of(
                        "id", message.id(),
                        "at", message.at().toString(),
                        "side", message.side(),
                        "who", who(message.who(), dossier, reader),
                        "text", message.text()))
                .toList();
        return excerpt("messages", new NewestPage<>(newest, messages.earlier()));
    }

    /** Under this name, and where those before them begin. */
    public static Map<String, ?> excerpt(String name, NewestPage<?> excerpt) {
        var view = new LinkedHashMap<String, Object>();
        view.put(name, excerpt.newest());
        if (excerpt.earlier() != null) {
            view.put("earlier", excerpt.earlier());
        }
        return view;
    }

    /** For the office: everything, the history with its hashes. */
    public static Map<String, ?> forStaff(
            Dossier dossier,
            DossierContents contents,
            NewestPage<Message> messages,
            NewestPage<Note> notes,
            List<OutboxEntry> mails) {
        var view = common(dossier, contents);
        view.put("unread", dossier.conversation().isUnread(Author.STAFF));
        view.put("unanswered", dossier.conversation().unansweredSince() != null);
        view.put("changedAt", dossier.changedAt().toString());
        Optional.ofNullable(dossier.owner()).ifPresent(owner -> view.put("owner", owner));
        view.put(
                "officials",
                dossier.officials().entrySet().stream()
                        .map(entry -> Map.of(
                                "key", entry.getKey(), "mail", entry.getValue().mail()))
                        .toList());
        view.put(
                "steps",
                contents.steps().stream()
                        .map(step -> Map.of(
                                "number", step.number(),
                                "at", step.at().toString(),
                                "who", step.who(),
                                "why", step.why(),
                                "state", step.state(),
                                "hash", step.hash()))
                        .toList());
        view.putAll(excerpt("messages", messages));
        view.put("notes", notes.newest());
        if (notes.earlier() != null) {
            view.put("earlierNotes", notes.earlier());
        }
        view.put("tasks", tasks(contents.tasks()));
        view.put("mails", mails.stream().map(DossierViews::mail).toList());
        return view;
    }

    private static Map<String, Object> common(Dossier dossier, DossierContents contents) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", dossier.id());
        view.put("reference", Dossier.readable(Objects.requireNonNull(dossier.reference())));
        view.put("municipality", dossier.municipality().label());
        view.put("ags", dossier.municipality().ags());
        view.put("state", dossier.state());
        view.put("version", dossier.version());
        view.put("answers", dossier.answers());
        view.put("submittedAt", Objects.requireNonNull(dossier.submittedAt()).toString());
        Optional.ofNullable(dossier.correction())
                .ifPresent(correction -> view.put(
                        "correction",
                        Map.of(
                                "number", correction.number(),
                                "fields", correction.fields(),
                                "reason", correction.reason(),
                                "askedAt", correction.askedAt().toString(),
                                "until", DossierStatus.correctionDue(correction).toString())));
        view.put(
                "corrections",
                contents.corrections().stream()
                        .map(correction -> Map.of(
                                "number", correction.number(),
                                "fields", correction.fields(),
                                "reason", correction.reason(),
                                "askedAt", correction.askedAt().toString(),
                                "answeredAt",
                                        Objects.requireNonNull(correction.answeredAt())
                                                .toString()))
                        .toList());
        return view;
    }

    /** What is still to do, the most urgent first; then what was done last. */
    private static List<TaskView> tasks(List<Task> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing(Task::doneAt, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
                        .thenComparing(Task::due))
                .limit(MOST_TASKS)
                .map(TaskView::of)
                .toList();
    }

    private static Map<String, ?> mail(OutboxEntry entry) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", entry.mail().id());
        view.put("to", entry.mail().to());
        view.put("occasion", entry.mail().template());
        view.put("state", entry.state());
        view.put("at", entry.queuedAt().toString());
        if (entry.failure() != null) {
            view.put("failure", entry.failure());
        }
        return view;
    }

    /** {@code you}, {@code system}, the mail address of a colleague in the town hall, or the office. */
    private static String who(String who, Dossier dossier, String reader) {
        if (who.equals(reader)) {
            return "you";
        }
        if (who.equals(Caller.SYSTEM)) {
            return who;
        }
        Official official = dossier.officials().get(who);
        return official != null ? official.mail() : who.length() == 32 ? "municipality" : "office";
    }
}
