package land.starkeorte.documents;

/** Why a document is not taken, in words that tell what to do. */
enum Refusal {
    TYPE(
            "Der Inhalt passt nicht zur Endung der Datei. Speichern Sie sie im richtigen Format und laden Sie sie noch einmal hoch."),
    SIZE("Es ist nicht die ganze Datei angekommen. Laden Sie sie bitte noch einmal hoch."),
    ENCRYPTED(
            "Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort und laden Sie sie noch einmal hoch."),
    MACROS("Die Datei enthält Makros. Speichern Sie sie ohne Makros, am besten als PDF."),
    BOMB("Die Datei ist ausgepackt ungewöhnlich groß. Speichern Sie sie neu, am besten als PDF."),
    BROKEN("Die Datei lässt sich nicht öffnen. Prüfen Sie sie auf Ihrem Rechner und laden Sie sie noch einmal hoch."),
    MALWARE("In der Datei wurde Schadsoftware gefunden. Sie ist gelöscht. Bitte informieren Sie Ihre IT."),
    UNSCANNED(
            "Die Datei konnte nicht auf Schadsoftware geprüft werden. Bitte laden Sie sie noch einmal hoch oder senden Sie uns eine Nachricht.");

    final String text;

    Refusal(String text) {
        this.text = text;
    }
}
