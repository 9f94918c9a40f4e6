package land.starkeorte.site;

import java.time.Instant;
import java.util.List;

/**
 * What everybody may see of a member.
 *
 * @param since the day, for people; empty for the founders
 * @param paragraphs what it says about itself; empty where it says nothing
 * @param contact lines about whom to ask; empty where nobody is named
 * @param mail of that person; empty where it is not told
 * @param updated when this last changed
 */
public record PublicMember(
        String ags,
        String name,
        String land,
        boolean ambassador,
        String since,
        List<String> paragraphs,
        String website,
        List<String> topics,
        List<Project> projects,
        List<String> contact,
        String mail,
        List<Image> images,
        Instant updated) {
    /** Something the municipality works on. */
    public record Project(String title, List<String> paragraphs) {}

    /** A picture, with its size in pixels. */
    public record Image(String address, String alt, int width, int height) {}

    /** Its page. */
    public String path() {
        return "/mitglieder/" + ags + "/";
    }

    /** What it is called in the network. */
    public String role() {
        return ambassador ? "Botschafterin" : "Mitglied";
    }
}
