package land.starkeorte.http;

/** Answers one route. */
@FunctionalInterface
public interface Endpoint {
    /** The answer; a refusal is thrown as {@link Problem}. */
    Response answer(Request request);
}
