package land.starkeorte.sheets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table to be opened in a spreadsheet: a row for each thing, a column for each question about it. What is absent is an
 * empty cell. Numbers, sums and dates arrive as such, so that they can be filtered, sorted and added up.
 *
 * @param <R> what a row is about
 */
public final class Sheet<R> {
    private final String name;
    private final List<R> rows;
    private final List<Column<R>> columns = new ArrayList<>();

    private Sheet(String name, List<R> rows) {
        this.name = name;
        this.rows = List.copyOf(rows);
    }

    /** A column: its heading, and what it says of each row. */
    private record Column<R>(String heading, Function<R, ? extends @Nullable Object> cell) {}

    /**
     * A table of these rows; its columns follow.
     *
     * @param name what the sheet's tab says, at most 31 characters
     */
    public static <R> Sheet<R> of(String name, List<R> rows) {
        return new Sheet<>(name, rows);
    }

    /** Text; whatever it looks like, it is never a formula. */
    public Sheet<R> text(String heading, Function<R, @Nullable String> cell) {
        return with(heading, cell);
    }

    /** A whole number of something. */
    public Sheet<R> number(String heading, Function<R, ? extends @Nullable Number> cell) {
        return with(heading, row -> {
            Number number = cell.apply(row);
            return number == null ? null : (Long) number.longValue();
        });
    }

    /** A sum, in cents. */
    public Sheet<R> euros(String heading, Function<R, ? extends @Nullable Number> cents) {
        return with(heading, row -> {
            Number sum = cents.apply(row);
            return sum == null ? null : new Euros(sum.longValue());
        });
    }

    /** A day. */
    public Sheet<R> day(String heading, Function<R, @Nullable LocalDate> cell) {
        return with(heading, cell);
    }

    /** Day and minute, in German time. */
    public Sheet<R> moment(String heading, Function<R, @Nullable Instant> cell) {
        return with(heading, cell);
    }

    /** Yes or no. */
    public Sheet<R> flag(String heading, Function<R, @Nullable Boolean> cell) {
        return with(heading, cell);
    }

    private Sheet<R> with(String heading, Function<R, ? extends @Nullable Object> cell) {
        columns.add(new Column<>(heading, cell));
        return this;
    }

    /** A sum of money in a cell. */
    record Euros(long cents) {}

    String name() {
        return name;
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** Row by row; each cell a text, a whole number, {@link Euros}, a day, a moment, yes or no, or nothing. */
    List<List<@Nullable Object>> cells() {
        return rows.stream().map(this::cells).toList();
    }

    private List<@Nullable Object> cells(R row) {
        var cells = new ArrayList<@Nullable Object>();
        columns.forEach(column -> cells.add(column.cell().apply(row)));
        return cells;
    }
}
