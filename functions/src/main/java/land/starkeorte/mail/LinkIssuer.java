package land.starkeorte.mail;

import java.util.List;

/** Draws the links of a mail in the moment it is sent, so that no secret is ever stored, not even in the outbox. */
public interface LinkIssuer {
    /** What a person may open. */
    record Link(String label, String url) {}

    /** Fresh links to one dossier, or to all of this person's; older links of the person are void from now on. */
    List<Link> issue(String dossierOrAll, String address);
}
