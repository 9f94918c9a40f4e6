package land.starkeorte.recordings;

import java.time.LocalDate;
import java.util.Map;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;

/** Who is told what about recordings. */
final class RecordingMails {
    private final String staffAddress;

    RecordingMails(String staffAddress) {
        this.staffAddress = staffAddress;
    }

    /** To a member: what is new. The same digest makes the same mail. */
    Mail fresh(RecordingDigest digest, String address) {
        int count = digest.lines().size();
        String what = count == 1 ? digest.lines().getFirst() : count + " Aufzeichnungen";
        return new Mail(
                Secrets.derivedId(digest.id() + "\n" + address),
                address,
                "recordingsnew",
                Map.of("what", what, Mail.TEXT, String.join("\n", digest.lines())),
                null,
                null);
    }

    /** What a digest says of a recording. */
    static String line(Recording recording) {
        return recording.details().title() + ", "
                + GermanFormat.day(GermanFormat.dayOf(recording.event().start()));
    }

    /** To the office: it will be deleted. */
    Mail expiring(Recording recording, LocalDate last) {
        return new Mail(
                Secrets.derivedId(recording.id() + "\nexpiring\n" + last),
                staffAddress,
                "recordingexpiring",
                Map.of("id", recording.id(), "title", recording.details().title(), "day", GermanFormat.day(last)),
                null,
                null);
    }
}
