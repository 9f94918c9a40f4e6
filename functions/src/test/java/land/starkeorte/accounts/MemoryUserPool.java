package land.starkeorte.accounts;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Behaves as Cognito does, for tests: the contract that both keep stands in AccountsTest and in the journey. */
final class MemoryUserPool implements UserPool {
    final Map<String, String> ags = new TreeMap<>();
    final Map<String, Set<String>> groups = new TreeMap<>();
    Runnable before = () -> {};

    @Override
    public boolean open(String mail, String group, String municipality) {
        before.run();
        if (!ags.getOrDefault(mail, municipality).equals(municipality)) {
            return false;
        }
        ags.put(mail, municipality);
        groups.computeIfAbsent(mail, _ -> new TreeSet<>()).add(group);
        return true;
    }

    @Override
    public void close(String mail, String group) {
        before.run();
        groups.getOrDefault(mail, new TreeSet<>()).remove(group);
    }
}
