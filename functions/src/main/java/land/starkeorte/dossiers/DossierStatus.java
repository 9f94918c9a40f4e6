package land.starkeorte.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import land.starkeorte.forms.GermanFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands, for the municipality: what is, what comes next, who has the ball, until when.
 *
 * @param until in the office's time zone; absent where nothing waits
 */
public record DossierStatus(
        String now, String next, String ball, @Nullable LocalDate until) {
    /** How long the municipality is given to mend something. */
    public static final Period CORRECTION = Period.ofDays(14);

    public static DossierStatus of(Dossier dossier) {
        return switch (dossier.state()) {
            case DRAFT -> new DossierStatus("Der Antrag ist ein Entwurf.", "Senden Sie ihn ab.", "municipality", null);
            case SUBMITTED ->
                new DossierStatus(
                        "Ihr Antrag liegt den Gründungskommunen vor.",
                        "Sie treffen eine Vorauswahl; danach laden wir Sie zu einem Kennenlerngespräch ein.",
                        "network",
                        dossier.until());
            case NEEDS_CORRECTION ->
                new DossierStatus(
                        "Wir haben eine Rückfrage zu Ihren Angaben.",
                        "Bitte berichtigen Sie die genannten Angaben und senden Sie sie ab. Danach geht es weiter.",
                        "municipality",
                        correctionDue(Objects.requireNonNull(dossier.correction())));
            case PRESELECTED ->
                new DossierStatus(
                        "Die Gründungskommunen möchten Sie kennenlernen.",
                        "Bitte wählen Sie unten einen Termin für das Kennenlerngespräch.",
                        "municipality",
                        dossier.until());
            case INTERVIEW_BOOKED ->
                new DossierStatus(
                        "Ihr Kennenlerngespräch ist vereinbart.",
                        "Wir sehen uns im Videogespräch. Verschieben können Sie es bis 24 Stunden vorher.",
                        "appointment",
                        dossier.until());
            case INTERVIEWED ->
                new DossierStatus(
                        "Danke für das Gespräch.",
                        "Wir entscheiden jetzt über die Aufnahme und schreiben Ihnen.",
                        "network",
                        dossier.until());
            case ADMITTED ->
                new DossierStatus(
                        "Ihre Kommune ist aufgenommen. Herzlichen Glückwunsch!",
                        "Die Rechnung über die Aufnahmezahlung kommt per E-Mail.",
                        "network",
                        dossier.until());
            case INVOICED ->
                new DossierStatus(
                        "Die Rechnung über die Aufnahmezahlung ist bei Ihnen.",
                        "Mit dem Zahlungseingang beginnt die Mitgliedschaft.",
                        "municipality",
                        dossier.until());
            case PAID ->
                new DossierStatus(
                        "Die Aufnahmezahlung ist bestätigt.",
                        "Wir richten Ihre Zugänge ein.",
                        "network",
                        dossier.until());
            case MEMBER ->
                new DossierStatus(
                        "Ihre Kommune ist Mitglied im Netzwerk Starke Orte.",
                        "Ihr Profil pflegen Sie im Mitgliederbereich.",
                        "nobody",
                        null);
            case DECLINED ->
                new DossierStatus(
                        "Das Netzwerk hat den Antrag nicht angenommen.",
                        "Die Gründe stehen in unserem Brief. Ein neuer Antrag ist jederzeit möglich.",
                        "nobody",
                        null);
            case WITHDRAWN ->
                new DossierStatus(
                        "Sie haben den Antrag zurückgezogen.",
                        "Es geschieht nichts weiter. Ein neuer Antrag ist jederzeit willkommen.",
                        "nobody",
                        null);
        };
    }

    public static LocalDate correctionDue(Correction correction) {
        return day(correction.askedAt()).plus(CORRECTION);
    }

    public static LocalDate day(Instant instant) {
        return GermanFormat.dayOf(instant);
    }
}
