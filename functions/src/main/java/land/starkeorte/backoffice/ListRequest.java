package land.starkeorte.backoffice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.SearchTerms;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import org.jspecify.annotations.Nullable;

/** What a request for the office's list says. */
final class ListRequest {
    /** What pages give out: a place in an order, then the id that makes it unique. */
    private static final Pattern PLACE = Pattern.compile("[^#\\p{Cntrl}\\p{Cs}\uFFFF]*#[0-9a-f]{32}");

    private ListRequest() {}

    /** What is searched for may be a person's name: it comes in a header, because addresses are written down on their way. */
    static Set<String> words(Request request) {
        String typed = header(request, "search");
        Set<String> words = SearchTerms.searched(typed);
        if (!typed.isBlank() && words.isEmpty()) {
            throw Problem.invalid("q", "Geben Sie mindestens zwei Zeichen ein.");
        }
        return words;
    }

    /** What is asked for, at most so many at once. */
    static DossierBoard.Query query(Request request, int most) {
        try {
            Set<DossierState> states = request.query("state").isEmpty()
                    ? DossierState.SENT
                    : EnumSet.copyOf(Arrays.stream(request.query("state").split(",", -1))
                            .map(DossierState::valueOf)
                            .toList());
            if (states.contains(DossierState.DRAFT)) {
                throw new IllegalArgumentException("Drafts are their writers' own");
            }
            String order = request.query("sort");
            return new DossierBoard.Query(
                    states,
                    order.isEmpty()
                            ? DossierBoard.Order.CHANGED
                            : DossierBoard.Order.valueOf(order.toUpperCase(java.util.Locale.ROOT)),
                    request.query("direction").equals("up"),
                    after(request),
                    most);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Einen der Filter gibt es nicht. Laden Sie die Seite neu.");
        }
    }

    /** Where the page before ended. */
    static @Nullable String after(Request request) {
        String after = header(request, "after");
        if (after.isEmpty()) {
            return null;
        }
        if (!PLACE.matcher(after).matches()) {
            throw Problem.malformed("Der Header „after“ ist keine Stelle, an der eine Seite endete.");
        }
        return after;
    }

    /** Percent-encoded, because a header holds no umlaut. */
    private static String header(Request request, String name) {
        String encoded = request.headers().getOrDefault(name, "");
        if (encoded.length() > 1200) {
            throw Problem.malformed("Der Header „" + name + "“ ist zu lang.");
        }
        return Request.decoded(encoded);
    }
}
