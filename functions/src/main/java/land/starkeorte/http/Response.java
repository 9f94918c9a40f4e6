package land.starkeorte.http;

import java.util.Map;

/** What goes back: a status and a body of plain maps, lists, strings and numbers. */
public record Response(int status, Map<String, ?> body) {
    /** 200. */
    public static Response ok(Map<String, ?> body) {
        return new Response(200, body);
    }

    /** 201. */
    public static Response created(Map<String, ?> body) {
        return new Response(201, body);
    }

    /** 202: it will be done, and whether there was anything to do is not told. */
    public static Response accepted() {
        return new Response(202, Map.of());
    }
}
