package land.starkeorte.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people's sessions begin, go on and end. */
interface TokenEndpoint {
    /**
     * What a session is made of.
     *
     * @param id says who somebody is, for an hour
     * @param refresh brings the next one, as long as the session lasts; nothing where the one before goes on
     */
    record Pair(String id, @Nullable String refresh) {}

    /** For the code that the sign-in page gave to the browser, which alone knows the verifier; nothing when it is none. */
    Optional<Pair> exchange(String code, String verifier);

    /** The session goes on; nothing when it has ended. */
    Optional<Pair> renew(String refresh);

    /** It goes on nowhere any more, and whoever has a copy of it has nothing. */
    void revoke(String refresh);
}
