package land.starkeorte.applications;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.LeitwegId;
import land.starkeorte.http.FieldError;
import land.starkeorte.municipalities.Municipalities;
import tools.jackson.databind.node.ObjectNode;

/** The rules of the application form (Aufnahmeformular), in the order of its pages. The server owns them all. */
public final class ApplicationForm {
    static final int MOST_CONTACTS = 5;
    static final int MOST_PROJECTS = 8;
    static final int LONG = 3000;

    private ApplicationForm() {}

    /** A draft: anything may be missing but the address that the link goes to. */
    static ObjectNode draft(ObjectNode answers) {
        return FormReader.read(answers, false, form -> {
            if (answers.path("contacts").path(0).path("mail").asString("").isBlank()) {
                form.refuse(
                        "contacts.0.mail", "Geben Sie eine E-Mail-Adresse an, damit wir Ihren Entwurf sichern können.");
            }
            pages(form);
        });
    }

    /** A finished application: everything is there. */
    static ObjectNode complete(ObjectNode answers) {
        return FormReader.read(answers, true, ApplicationForm::pages);
    }

    /**
     * A finished application that was mended. Its municipality cannot be changed any more, so it may be one that has merged
     * with others since it was sent.
     */
    static ObjectNode mended(ObjectNode answers) {
        return FormReader.read(answers, true, form -> pages(form, ags -> true));
    }

    /** What a draft still lacks. */
    static List<FieldError> missing(ObjectNode answers) {
        return FormReader.missing(answers, ApplicationForm::pages);
    }

    private static void pages(FormReader form) {
        pages(form, ags -> Municipalities.find(ags).isPresent());
    }

    private static void pages(FormReader form, Predicate<String> isMunicipality) {
        form.group("municipality", municipality -> municipality(municipality, isMunicipality));
        form.list("contacts", 1, MOST_CONTACTS, "Nennen Sie mindestens eine Ansprechperson.", ApplicationForm::contact);
        form.text("attitude", LONG, "Beschreiben Sie, wofür Ihre Kommune steht.");
        form.text("motivation", LONG, "Beschreiben Sie, warum Sie mitmachen möchten.");
        form.text("expectations", LONG, "Beschreiben Sie, was Sie sich vom Netzwerk erhoffen.");
        form.list(
                "projects",
                1,
                MOST_PROJECTS,
                "Nennen Sie mindestens ein Vorhaben zum Leerstand. Auch eine Idee oder ein gescheiterter Versuch zählt.",
                ApplicationForm::project);
        form.text("experience", LONG, "Beschreiben Sie, welche Erfahrungen Sie einbringen.");
        form.group("time", time -> {
            time.choice("hours", Set.of("less", "two", "more"), "Wählen Sie aus, wie viel Zeit Sie einplanen.");
            time.optionalText("note", 1000);
        });
        form.group("invoice", ApplicationForm::invoice);
        form.group("agreement", agreement -> {
            agreement.consent("fee", "Bestätigen Sie die einmalige Aufnahmezahlung, um den Antrag zu senden.");
            agreement.consent("privacy", "Bestätigen Sie die Datenschutzhinweise, um den Antrag zu senden.");
        });
    }

    private static void municipality(FormReader municipality, Predicate<String> exists) {
        String missing = "Wählen Sie Ihre Kommune aus der Liste aus.";
        String ags = municipality.line("ags", 8, missing);
        if (!ags.isEmpty() && !exists.test(ags)) {
            municipality.refuse("ags", missing);
        }
        municipality.number("population", 1, 5_000_000, "Geben Sie die Zahl der Einwohner*innen als ganze Zahl an.");
    }

    private static void contact(FormReader contact) {
        contact.line("name", 100, "Geben Sie Vor- und Nachnamen an.");
        contact.line("office", 100, "Geben Sie das Amt oder die Funktion an, zum Beispiel „Bürgermeisterin“.");
        contact.mail("mail", "Geben Sie eine E-Mail-Adresse an.");
        String phone = contact.optionalLine("phone", 30);
        if (!phone.isEmpty() && !phone.matches("[+(]?[0-9][0-9 ()/–-]{4,28}")) {
            contact.refuse("phone", "Geben Sie die Telefonnummer mit Vorwahl an, zum Beispiel 03331 26000.");
        }
    }

    private static void project(FormReader project) {
        project.line("title", 120, "Geben Sie dem Vorhaben einen Namen.");
        project.line("place", 120, "Nennen Sie den Ort oder das Gebäude.");
        project.choice(
                "state",
                Set.of("idea", "planning", "underway", "done", "stopped"),
                "Wählen Sie aus, wo das Vorhaben gerade steht.");
        project.text("learned", 1500, "Beschreiben Sie kurz, was Sie dabei gelernt haben.");
    }

    private static void invoice(FormReader invoice) {
        invoice.line("recipient", 200, "Geben Sie an, auf wen die Rechnung lautet.");
        invoice.line("street", 120, "Geben Sie Straße und Hausnummer an.");
        String postcode = invoice.line("postcode", 5, "Geben Sie die Postleitzahl mit fünf Ziffern an.");
        if (!postcode.isEmpty() && !postcode.matches("[0-9]{5}")) {
            invoice.refuse("postcode", "Geben Sie die Postleitzahl mit fünf Ziffern an.");
        }
        invoice.line("city", 100, "Geben Sie den Ort an.");
        String leitwegId = invoice.optionalLine("leitwegId", 46);
        if (!leitwegId.isEmpty() && !LeitwegId.isValid(leitwegId.toUpperCase(Locale.ROOT))) {
            invoice.refuse(
                    "leitwegId",
                    "Diese Leitweg-ID stimmt nicht. Sie sieht aus wie 04011000-1234512345-06; fragen Sie Ihre Kämmerei oder lassen Sie das Feld leer.");
        }
        invoice.choice(
                "format", Set.of("xrechnung", "zugferd", "pdf"), "Wählen Sie aus, wie die Rechnung kommen soll.");
    }
}
