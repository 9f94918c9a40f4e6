package land.starkeorte.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.http.Once;
import land.starkeorte.mail.Mail;
import land.starkeorte.robots.Proof;

/** The store. Each write is one transaction: all of it, or nothing. */
interface Dossiers extends Access {
    /** What this key was answered, as long as it is kept. */
    Optional<Once.Answer> answered(Once once, Instant now);

    /** A new draft. */
    Outcome start(Dossier draft, Once.Answer answer, Proof proof, List<Mail> mails, Instant now);

    /** Saves over exactly the version that {@code before} is. */
    Outcome save(Dossier before, Dossier after, List<Mail> mails, Instant now);

    /** Sends over exactly the version that {@code before} is, and claims the municipality. */
    Outcome submit(Dossier before, Dossier after, Once.Answer answer, List<Mail> mails, Instant now);

    /** The newest applications that were sent, at most so many. */
    List<BoardEntry> submitted(int most);

    /** Asks for links, which is a mail whether or not the address is known. */
    Outcome requestLinks(Mail request, Proof proof, Instant now);
}
