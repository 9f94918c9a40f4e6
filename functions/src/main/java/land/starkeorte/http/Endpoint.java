package land.starkeorte.http;

/** Answers one route. */
@FunctionalInterface
public interface Endpoint {
    /** The answer; a refusal is thrown as {@link Problem}. */
    Response answer(Request request);

    /** The same, for signed-in members of one of these groups alone. */
    default Endpoint onlyFor(String... groups) {
        return request -> {
            request.requireGroup(groups);
            return answer(request);
        };
    }
}
