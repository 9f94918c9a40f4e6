package land.starkeorte.preselection;

import java.util.List;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;

/**
 * A founding municipality, which has one voice.
 *
 * @param mails of the officials who are told of open votes
 */
record Founder(String ags, List<String> mails, int version) {
    Municipality municipality() {
        return Municipalities.named(ags);
    }
}
