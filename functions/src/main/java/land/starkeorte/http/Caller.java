package land.starkeorte.http;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Who is signed in, as API Gateway has checked it; nobody on public routes.
 *
 * @param id Cognito's lasting id of the person
 * @param ags the municipality that the account is bound to; empty where it is bound to none
 */
public record Caller(String id, String mail, Set<String> groups, String ags) {
    /** Stands in a person's place, in histories and beside payments, where nobody asked and we did it. */
    public static final String SYSTEM = "system";

    static Caller of(JsonNode claims) {
        return new Caller(
                claims.path("sub").asString(""),
                claims.path("email").asString(""),
                groups(claims.path("cognito:groups")),
                claims.path("custom:ags").asString(""));
    }

    /** On AWS the claim arrives as the string {@code [staff founder]}, elsewhere as a list. */
    private static Set<String> groups(JsonNode claim) {
        var groups = new TreeSet<String>();
        if (claim.isArray()) {
            claim.forEach(group -> groups.add(group.asString("")));
        } else if (claim.isString()) {
            for (String group :
                    claim.asString().replaceAll("[\\[\\],]", " ").strip().split("\\s+", -1)) {
                groups.add(group);
            }
        }
        return groups;
    }
}
