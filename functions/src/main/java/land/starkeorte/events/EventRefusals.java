package land.starkeorte.events;

import java.util.Optional;
import land.starkeorte.http.Problem;

/** What the office reads when the rules do not let it. */
final class EventRefusals {
    private EventRefusals() {}

    /** Answers a refusal in words, where there is one. */
    static void require(Optional<EventRefusal> refusal) {
        refusal.ifPresent(why -> {
            throw problem(why);
        });
    }

    static Problem problem(EventRefusal why) {
        return switch (why) {
            case NOT_OVER_YET ->
                Problem.invalid(
                        "end", "Das ist noch nicht vorbei. Prüfen Sie Tag und Jahr, oder nehmen Sie das Häkchen weg.");
            case SEATS_FOR_THE_PAST ->
                Problem.invalid("capacity", "Zu Vergangenem meldet sich niemand mehr an: Geben Sie 0 Plätze an.");
            case TOO_LONG_AGO ->
                Problem.invalid("start", "Der Beginn liegt mehr als dreißig Jahre zurück. Prüfen Sie das Jahr.");
            case NOT_NEAR ->
                Problem.invalid(
                        "start",
                        "Der Beginn liegt mehr als ein Jahr zurück oder mehr als fünf Jahre voraus. Prüfen Sie das Jahr.");
            case IS_PUBLISHED -> Problem.refused("Diese Veranstaltung ist schon veröffentlicht.");
            case PUBLISHED_AS_PAST_TOO_EARLY ->
                Problem.refused("Die Veranstaltung ist noch nicht vorbei. Veröffentlichen Sie sie wie jede andere.");
            case PUBLISHED_AS_PAST_WITH_SEATS ->
                Problem.refused("Zu Vergangenem meldet sich niemand mehr an. Setzen Sie zuerst die Plätze auf 0.");
            case BEGINS_IN_THE_PAST ->
                Problem.refused("Der Beginn liegt in der Vergangenheit. Ändern Sie die Zeit, oder tragen Sie sie als"
                        + " vergangen ein, wenn sie schon stattgefunden hat.");
            case NOT_TO_BE_CANCELLED ->
                Problem.refused("Nur eine veröffentlichte Veranstaltung, die noch bevorsteht, kann abgesagt werden.");
            case SEATS_STAY ->
                Problem.invalid(
                        "capacity",
                        "Seit der Veröffentlichung meldet man sich an, das bleibt so: Geben Sie mindestens einen Platz an.");
            case PRICES_STAY ->
                Problem.refused(
                        "Kosten und Zimmerarten stehen seit der Veröffentlichung fest; nur die Zahl der Betten nicht.");
            case CANCELLING_STAYS ->
                Problem.refused("Was Absagen kostet, steht seit der Veröffentlichung fest. Möglich ist nur, dass es"
                        + " länger nichts oder danach weniger kostet.");
            case TOO_MANY_DATES ->
                Problem.invalid("rrule", "Höchstens " + Series.MOST + " Termine sind auf einmal möglich.");
            case NO_DATES ->
                Problem.invalid("rrule", "Diese Wiederholung ergibt keinen Termin. Prüfen Sie Tag und Monat.");
            case NO_RULE ->
                Problem.invalid(
                        "rrule",
                        "Diese Wiederholung ist nicht lesbar, oder sie hat kein Ende."
                                + " Zum Beispiel: FREQ=MONTHLY;BYDAY=2WE;COUNT=12.");
        };
    }
}
