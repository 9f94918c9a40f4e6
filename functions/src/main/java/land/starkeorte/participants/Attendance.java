package land.starkeorte.participants;

import java.time.Instant;

/**
 * Whether somebody was there, as it was marked at the door. Marks may come late and in any order: the latest counts.
 *
 * @param person number in the delegation, from 0
 * @param at when it was marked, by the device's clock
 */
record Attendance(String registration, int person, boolean present, Instant at, int version) {
    /** Whether this mark replaces what is known. */
    boolean isNewerThan(Attendance known) {
        return at.isAfter(known.at());
    }

    Attendance over(int knownVersion) {
        return new Attendance(registration, person, present, at, knownVersion);
    }

    String key() {
        return "attendance#" + registration + "#" + person;
    }
}
