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

    /** Writes over exactly the version that {@code before} is; claims the municipality when it is sent, frees it when withdrawn. */
    Outcome change(Dossier before, Dossier after, Additions additions, Instant now);

    /** Asks for links, which is a mail whether or not the address is known. */
    Outcome requestLinks(Mail request, Proof proof, Instant now);

    /** Everything else in the dossier. */
    Contents contents(String id);
}
