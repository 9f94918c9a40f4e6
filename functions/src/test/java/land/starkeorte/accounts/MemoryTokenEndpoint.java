package land.starkeorte.accounts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Behaves as Cognito does, for tests: what both keep stands in SignInTest and in the office's journey. */
final class MemoryTokenEndpoint implements TokenEndpoint {
    final Set<String> sessions = new HashSet<>();

    @Override
    public Optional<Pair> exchange(String code, String verifier) {
        return code.equals("code") && verifier.equals("verifier") && sessions.add("refresh")
                ? Optional.of(new Pair("id-token", "refresh"))
                : Optional.empty();
    }

    @Override
    public Optional<Pair> renew(String refresh) {
        return sessions.contains(refresh) ? Optional.of(new Pair("next-id-token", null)) : Optional.empty();
    }

    @Override
    public void revoke(String refresh) {
        sessions.remove(refresh);
    }
}
