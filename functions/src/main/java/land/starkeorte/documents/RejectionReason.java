package land.starkeorte.documents;

/** Why a document is not taken, in words that tell what to do. */
enum RejectionReason {
    TYPE(
            "Der Inhalt passt nicht zur Endung der Datei. Speichern Sie sie im richtigen Format und laden Sie sie noch einmal hoch."),
    SIZE("Es ist nicht die ganze Datei angekommen. Laden Sie sie bitte noch einmal hoch."),
    ENCRYPTED(
            "Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort und laden Sie sie noch einmal hoch."),
    MACROS(
            "Die Datei enthält Makros oder Steuerelemente mit Programmcode. Bitte als PDF drucken und noch einmal hochladen."),
    SCRIPT(
            "Die Datei enthält JavaScript oder Befehle, die Programme starten. Bitte als PDF drucken und noch einmal hochladen."),
    FORM(
            "Die Datei ist ein Formular, das Daten versendet oder nur mit besonderen Programmen lesbar ist. Bitte ausgefüllt als PDF drucken und noch einmal hochladen."),
    EMBEDDED(
            "In der Datei stecken weitere Dateien als Anhang oder eingebettetes Objekt. Bitte als PDF drucken und noch einmal hochladen, was angehängt ist, einzeln."),
    OUTSIDE(
            "Die Datei holt beim Öffnen Inhalte von anderswo, zum Beispiel eine verknüpfte Vorlage, Tabelle oder ein verknüpftes Bild. Bitte als PDF drucken und noch einmal hochladen."),
    FOREIGN(
            "Vor, in oder hinter dem Inhalt der Datei liegt etwas, das nicht dazugehört. Bitte neu speichern oder als PDF drucken und noch einmal hochladen."),
    PIXELS(
            "Ein Bild ist zu groß: Möglich sind bis zu 100 Millionen Bildpunkte. Bitte verkleinern und noch einmal hochladen."),
    BOMB(
            "Die Datei ist ausgepackt ungewöhnlich groß. Bitte neu speichern, am besten als PDF drucken, und noch einmal hochladen."),
    BROKEN("Die Datei lässt sich nicht öffnen. Prüfen Sie sie auf Ihrem Rechner und laden Sie sie noch einmal hoch."),
    UNCHECKED(
            "Die Datei konnte nicht geprüft werden, weil sie ungewöhnlich aufgebaut ist. Bitte als PDF drucken und noch einmal hochladen oder uns eine Nachricht senden."),
    MALWARE("In der Datei wurde Schadsoftware gefunden. Sie ist gelöscht. Bitte informieren Sie Ihre IT."),
    UNSCANNED(
            "Die Datei konnte nicht auf Schadsoftware geprüft werden. Bitte laden Sie sie noch einmal hoch oder senden Sie uns eine Nachricht.");

    final String text;

    RejectionReason(String text) {
        this.text = text;
    }
}
