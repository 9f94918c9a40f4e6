package land.starkeorte.registering;

import land.starkeorte.events.Event;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.Problem;
import land.starkeorte.registrations.Outcome;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Outcome.Refused;
import land.starkeorte.registrations.Refusal;
import land.starkeorte.registrations.Refusal.Because;
import land.starkeorte.registrations.Refusal.NotYetOpen;
import land.starkeorte.registrations.Refusal.OverCapacity;
import land.starkeorte.registrations.Refusal.OverLimit;

/** What people read when the rules do not let them. */
final class Refusals {
    private Refusals() {}

    /** What is planned; a refusal is answered in words. */
    static Granted granted(Outcome outcome, Event event) {
        return switch (outcome) {
            case Granted planned -> planned;
            case Refused refused -> throw problem(refused.why(), event.details().contact());
        };
    }

    /** @param contact whom to ask where nobody can do it by themselves */
    private static Problem problem(Refusal refusal, String contact) {
        return switch (refusal) {
            case NotYetOpen(var opens) ->
                Problem.refused("Die Anmeldung beginnt am " + GermanFormat.moment(opens) + ".");
            case OverCapacity(int capacity) -> Problem.invalid("people", "Es gibt nur " + capacity + " Plätze.");
            case OverLimit(int limit, int has) ->
                Problem.conflict(
                        "zu-viele",
                        "So viele Plätze gibt es nicht für eine Kommune",
                        "Je Kommune sind " + limit + " Plätze vorgesehen"
                                + (has == 0 ? "." : "; Sie haben schon " + has + "."));
            case Because because ->
                because == Because.OTHER_CONTACT
                        ? Problem.invalid(
                                "people.0.mail",
                                "An diese Adresse gehen Link und Bestätigung; ändern können Sie alles andere.")
                        : Problem.refused(words(because, contact));
        };
    }

    private static String words(Because because, String contact) {
        return switch (because) {
            case EVENT_CANCELLED -> "Diese Veranstaltung fällt aus.";
            case EVENT_BEGUN -> "Diese Veranstaltung hat schon begonnen.";
            case NO_REGISTRATION -> "Für diese Veranstaltung meldet man sich nicht an.";
            case CLOSED -> "Die Anmeldung ist geschlossen. Fragen Sie die Geschäftsstelle: " + contact;
            case LAPSED -> "Die Frist ist abgelaufen. Melden Sie sich bitte neu an.";
            case NOTHING_TO_CANCEL -> "Diese Veranstaltung fällt aus. Niemand muss mehr absagen.";
            case TOO_LATE_TO_CANCEL -> "Zum Absagen ist es zu spät. Schreiben Sie der Geschäftsstelle: " + contact;
            case ENDED -> "Diese Anmeldung gilt nicht mehr. Melden Sie sich bitte neu an.";
            case UNCONFIRMED -> "Bestätigen Sie zuerst die Anmeldung. Danach können Sie sie ändern.";
            case OTHER_CONTACT -> throw new IllegalStateException("Answered beside its field");
            case BOUND -> "Zahl und Zimmer stehen seit der Buchung fest. Schreiben Sie der Geschäftsstelle: " + contact;
            case BOUND_FOR_OFFICE ->
                "Zahl und Zimmer stehen seit der Buchung fest. Sagen Sie die Anmeldung ab und melden Sie neu an;"
                        + " so stimmt auch die Rechnung.";
            case WAITING_CANNOT_GROW ->
                "Auf der Warteliste kann eine Anmeldung nicht größer werden. Melden Sie die anderen gesondert an.";
            case NO_SEATS_FOR_MORE ->
                "Dafür sind nicht genug Plätze frei."
                        + " Melden Sie die anderen gesondert an, dann stehen sie auf der Warteliste.";
            case NAMED_TOO_MANY ->
                "Mit dieser Anmeldung wurden schon zu viele Personen angeschrieben."
                        + " Schreiben Sie der Geschäftsstelle: " + contact;
            case NO_BEDS -> "So viele Betten sind in diesen Zimmern nicht mehr frei. Wählen Sie andere Zimmer.";
            case NOT_TO_BE_MOVED -> "Verschieben lässt sich nur eine gültige Anmeldung.";
            case BOUND_TO_DATE ->
                "Was gebucht ist, lässt sich nicht verschieben. Schreiben Sie der Geschäftsstelle: " + contact;
            case NO_DATE_OF_SERIES -> "Das ist kein anderer Termin derselben Reihe.";
            case NO_SEATS_THAT_DAY -> "An diesem Termin sind nicht genug Plätze frei.";
            case NOT_WAITING -> "Diese Anmeldung steht nicht auf der Warteliste.";
            case NO_SEATS_TO_PREFER -> "Dafür sind nicht genug Plätze frei. Erhöhen Sie zuerst die Zahl der Plätze.";
            case NO_BEDS_TO_PREFER -> "Dafür sind nicht genug Betten frei.";
        };
    }
}
