package land.starkeorte.applications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import land.starkeorte.access.Session;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierContents;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Official;
import land.starkeorte.http.Caller;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.MessagePage;
import land.starkeorte.messages.NewestPage;

/**
 * A dossier for one of the municipality's officials: no names of the office, no notes, no tasks.
 *
 * @param copies what was sent, as far as it is printed
 * @param sessions browsers that are let in
 */
record OfficialDossierView(
        @JsonUnwrapped DossierView dossier,
        DossierStatus standing,
        boolean open,
        boolean over,
        List<Copy> copies,
        boolean unread,
        List<Person> officials,
        List<SessionView> sessions,
        List<Step> steps,
        @JsonUnwrapped MessagePage messages) {
    record Copy(int number, Instant at) {}

    /** @param you whether it is the reader */
    record Person(String key, String mail, boolean you) {}

    /** @param you whether it is the browser that asks */
    record SessionView(
            String id, String official, Instant since, Instant seen, Instant until, Session.Kind kind, boolean you) {}

    record Step(Instant at, String what, String who) {}

    static OfficialDossierView of(
            DossierAccess.OpenDossier opened,
            DossierContents contents,
            NewestPage<Message> messages,
            List<Session> sessions) {
        Dossier dossier = opened.dossier();
        String reader = opened.by();
        return new OfficialDossierView(
                DossierView.of(dossier, contents),
                DossierStatus.of(dossier),
                dossier.state().isOpen(),
                dossier.state().isOver(),
                contents.copies().stream()
                        .filter(copy -> copy.paper() != null)
                        .map(copy -> new Copy(copy.number(), copy.at()))
                        .toList(),
                dossier.conversation().isUnread(Author.MUNICIPALITY),
                dossier.officials().entrySet().stream()
                        .map(entry -> new Person(
                                entry.getKey(),
                                entry.getValue().mail(),
                                entry.getKey().equals(reader)))
                        .toList(),
                sessions(sessions, opened),
                contents.steps().stream()
                        .map(step -> new Step(step.at(), step.why(), who(step.who(), dossier, reader)))
                        .toList(),
                messages(messages, dossier, reader));
    }

    private static List<SessionView> sessions(List<Session> sessions, DossierAccess.OpenDossier opened) {
        Dossier dossier = opened.dossier();
        return sessions.stream()
                .filter(session -> dossier.opener(session) != null)
                .sorted(Comparator.comparing(Session::started))
                .map(session -> new SessionView(
                        session.id(),
                        Objects.requireNonNull(dossier.opener(session)),
                        session.started(),
                        session.seen(),
                        session.until(),
                        session.kind(),
                        session.id().equals(opened.session().id())))
                .toList();
    }

    /** Messages as the municipality reads them: whoever answers is the office. */
    static MessagePage messages(NewestPage<Message> messages, Dossier dossier, String reader) {
        return new MessagePage(
                messages.newest().stream()
                        .map(message -> new Message(
                                message.id(),
                                message.at(),
                                message.side(),
                                who(message.who(), dossier, reader),
                                message.text()))
                        .toList(),
                messages.earlier());
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
