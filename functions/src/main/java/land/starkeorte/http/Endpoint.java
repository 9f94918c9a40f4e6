package land.starkeorte.http;

/** Answers one route. */
@FunctionalInterface
public interface Endpoint {
    /** The answer; a refusal is thrown as {@link Problem}. */
    Response answer(Request request);

    /** The same, for signed-in members of this group alone. */
    default Endpoint onlyFor(String group) {
        return request -> {
            request.requireGroup(group);
            return answer(request);
        };
    }
}
