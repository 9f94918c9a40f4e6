package land.starkeorte.dossiers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who may open a dossier for the municipality.
 *
 * @param byKey by {@link Official#key()}
 * @param starter key of the person whom the browser that began it acts for; empty when that person was removed
 * @param invited how many people were ever mailed a link because somebody typed their address
 */
public record Officials(Map<String, Official> byKey, String starter, int invited) {
    /** Everybody whom the answers name; the first one began. */
    static Officials named(ObjectNode answers) {
        var everybody = in(answers, Map.of());
        return new Officials(everybody, everybody.firstEntry().getKey(), everybody.size());
    }

    /**
     * Those whom other answers name.
     *
     * @param keep the person who saves, who stays an official even when the contacts no longer say so
     */
    Officials saved(ObjectNode answers, @Nullable String keep) {
        var everybody = in(answers, byKey);
        Official saver = keep == null ? null : byKey.get(keep);
        if (keep != null && saver != null) {
            everybody.put(keep, saver);
        }
        return with(
                everybody,
                everybody.containsKey(starter)
                        ? starter
                        : everybody.firstEntry().getKey());
    }

    /** Those that there are, and whom other answers name. */
    Officials and(ObjectNode answers) {
        var everybody = new LinkedHashMap<>(byKey);
        everybody.putAll(in(answers, byKey));
        return with(everybody, starter);
    }

    /** One more. */
    Officials and(Official official) {
        var everybody = new LinkedHashMap<>(byKey);
        everybody.put(official.key(), official);
        return with(everybody, starter);
    }

    /** This person's links and sessions open nothing any more. */
    Officials without(String official) {
        var others = new LinkedHashMap<>(byKey);
        others.remove(official);
        return with(others, others.containsKey(starter) ? starter : "");
    }

    /** Those whom {@code before} did not have. */
    List<Official> newcomers(Officials before) {
        return byKey.entrySet().stream()
                .filter(entry -> !before.byKey.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Officials with(Map<String, Official> everybody, String begunFor) {
        var after = new Officials(everybody, begunFor, invited);
        return new Officials(
                everybody, begunFor, invited + after.newcomers(this).size());
    }

    private static LinkedHashMap<String, Official> in(ObjectNode answers, Map<String, Official> present) {
        var officials = new LinkedHashMap<String, Official>();
        answers.path("contacts")
                .valueStream()
                .map(contact -> contact.path("mail").asString(""))
                .filter(mail -> !mail.isEmpty())
                .forEach(mail -> officials.put(
                        Official.key(mail), present.getOrDefault(Official.key(mail), Official.named(mail))));
        return officials;
    }
}
