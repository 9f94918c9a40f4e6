package land.starkeorte.testing;

import java.net.http.HttpClient;

/** A test's way to a server that speaks plain HTTP. */
public final class Http {
    /** HTTP/1.1, because a server that does not know the offer to go on in HTTP/2 may stumble over it. */
    public static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}
}
