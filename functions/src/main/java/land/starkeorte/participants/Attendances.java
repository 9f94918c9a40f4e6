package land.starkeorte.participants;

import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * Marks of the door, in the registrations' table:
 *
 * <pre>
 * pk       sk                        what
 * (event)  attendance#(id)#(number)  whether this person was there
 * </pre>
 */
final class Attendances {
    private final Table table;

    Attendances(Table table) {
        this.table = table;
    }

    List<Attendance> of(String event) {
        return table.all(event, "attendance#", Attendance.class);
    }

    Optional<Attendance> find(String event, String registration, int person) {
        return table.find(event, "attendance#" + registration + "#" + person, Attendance.class);
    }

    Transaction put(String event, Attendance attendance) {
        return Transaction.of(table.save(event, attendance.key(), attendance));
    }
}
