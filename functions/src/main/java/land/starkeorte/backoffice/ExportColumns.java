package land.starkeorte.backoffice;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** What another feature knows of dossiers, added to the office's table of whole applications. */
@FunctionalInterface
public interface ExportColumns {
    /**
     * Adds its columns.
     *
     * @param dossiers their ids, which are the table's rows
     */
    void addTo(Sheet<String> table, List<String> dossiers);

    /** A column about what was found by dossier; nothing where nothing was. */
    static <T, V> Function<String, @Nullable V> of(Map<String, T> found, Function<T, @Nullable V> cell) {
        return dossier -> {
            T one = found.get(dossier);
            return one == null ? null : cell.apply(one);
        };
    }
}
