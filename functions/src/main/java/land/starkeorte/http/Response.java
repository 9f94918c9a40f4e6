package land.starkeorte.http;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What goes back: a status, and a record that Jackson writes, or a file.
 *
 * @param cookie as {@code Set-Cookie} says it
 */
public record Response(
        int status,
        Record body,
        @Nullable File file,
        @Nullable String cookie) {
    /**
     * Something to save.
     *
     * @param name what the browser saves it as, ASCII
     */
    public record File(String type, String name, String base64) {}

    /** An answer that says nothing but its status. */
    private record Nothing() {}

    private static final Nothing NOTHING = new Nothing();

    /** A body that becomes JSON. */
    public Response(int status, Record body) {
        this(status, body, null, null);
    }

    /** 200, and nothing more to say. */
    public static Response ok() {
        return ok(NOTHING);
    }

    /** 200. */
    public static Response ok(Record body) {
        return new Response(200, body);
    }

    /** 201, and nothing more to say. */
    public static Response created() {
        return created(NOTHING);
    }

    /** 201. */
    public static Response created(Record body) {
        return new Response(201, body);
    }

    /** 200 with a file to save. */
    public static Response file(String type, String name, byte[] content) {
        return new Response(
                200, NOTHING, new File(type, name, Base64.getEncoder().encodeToString(content)), null);
    }

    /** The same, and the browser keeps a cookie. */
    public Response withCookie(String kept) {
        return new Response(status, body, file, kept);
    }

    /** 202: it will be done, and whether there was anything to do is not told. */
    public static Response accepted() {
        return new Response(202, NOTHING);
    }
}
