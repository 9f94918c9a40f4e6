package land.starkeorte.mail;

import java.util.List;
import land.starkeorte.access.LinkTarget;

/** Draws the links of a mail in the moment it is sent, so that no secret is ever stored, not even in the outbox. */
public interface LinkIssuer {
    /** What a person may open. */
    record Link(String label, String url) {}

    /** Fresh links; older ones of the person are void from now on. None where this address opens nothing, or others draw them. */
    List<Link> issue(LinkTarget target, String address);
}
