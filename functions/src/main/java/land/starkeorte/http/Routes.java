package land.starkeorte.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which endpoint answers which route, and who is let in: everybody, the office, or those of named groups. API Gateway has
 * checked the token of whoever signed in; the group is checked here. Which routes these are stands in their paths, so that none
 * can be written without its group.
 */
public final class Routes {
    /** Nothing yet. */
    public static final Routes NONE = new Routes(Map.of());

    private static final String STAFF = "staff";
    private static final Pattern OF_STAFF = Pattern.compile("[A-Z]+ /api/staff/.+");
    private static final Pattern OF_GROUPS = Pattern.compile("[A-Z]+ /api/(member|founder|slots)(/.+)?");

    private final Map<String, Endpoint> endpoints;

    private Routes(Map<String, Endpoint> endpoints) {
        this.endpoints = Map.copyOf(endpoints);
    }

    /** For everybody, signed in or not; who may see what is the endpoint's own to tell, by a session or a secret. */
    public Routes open(String route, Endpoint endpoint) {
        require(!OF_STAFF.matcher(route).matches() && !OF_GROUPS.matcher(route).matches(), route);
        return with(route, endpoint);
    }

    /** For the office alone. */
    public Routes staff(String route, Endpoint endpoint) {
        require(OF_STAFF.matcher(route).matches(), route);
        return with(route, guarded(endpoint, STAFF));
    }

    /** For these groups alone. */
    public Routes only(String route, Endpoint endpoint, String... groups) {
        require(OF_GROUPS.matcher(route).matches() && groups.length > 0, route);
        return with(route, guarded(endpoint, groups));
    }

    /** These and those. */
    public Routes and(Routes others) {
        Routes all = this;
        for (var other : others.endpoints.entrySet()) {
            all = all.with(other.getKey(), other.getValue());
        }
        return all;
    }

    Map<String, Endpoint> endpoints() {
        return endpoints;
    }

    private Routes with(String route, Endpoint endpoint) {
        var more = new HashMap<>(endpoints);
        require(more.put(route, endpoint) == null, route);
        return new Routes(more);
    }

    private static Endpoint guarded(Endpoint endpoint, String... groups) {
        List<String> allowed = List.of(groups);
        return request -> {
            if (allowed.stream().noneMatch(request.caller().groups()::contains)) {
                throw Problem.forbidden();
            }
            return endpoint.answer(request);
        };
    }

    private static void require(boolean holds, String route) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Who is let in to " + route + " does not fit its path, or it is there twice");
        }
    }
}
