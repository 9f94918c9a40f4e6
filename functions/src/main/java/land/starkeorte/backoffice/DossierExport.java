package land.starkeorte.backoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Official;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The office's dossiers as tables to take along: the list as it is shown, and whole applications. */
final class DossierExport {
    /** What chosen answers say, by field; {@code #} stands for an entry's number. */
    static final Map<String, Map<String, String>> CHOICES = Map.of(
            "projects.#.state",
            Map.of(
                    "idea", "Idee",
                    "planning", "in Planung",
                    "underway", "wird umgesetzt",
                    "done", "in Betrieb",
                    "stopped", "gescheitert oder abgebrochen"),
            "time.hours",
            Map.of(
                    "less", "weniger als zwei Stunden in der Woche",
                    "two", "ungefähr zwei Stunden in der Woche",
                    "more", "mehr als zwei Stunden in der Woche"),
            "invoice.format",
            Map.of("xrechnung", "XRechnung", "zugferd", "ZUGFeRD", "pdf", "PDF"));

    private DossierExport() {}

    /** As the list shows them. */
    static Sheet<DossierListItem> list(List<DossierListItem> lines) {
        return Sheet.of("Vorgänge", lines)
                .text("Zeichen", DossierListItem::reference)
                .text("Kommune", DossierListItem::municipality)
                .text("AGS", DossierListItem::ags)
                .text("Land", DossierListItem::land)
                .number("Einwohner*innen", line -> line.population() == 0 ? null : line.population())
                .text("Stand", line -> words(line.state()))
                .text("Ansprechperson", DossierListItem::contact)
                .text("E-Mail", DossierListItem::mail)
                .day("Eingegangen", line -> DossierStatus.day(line.submittedAt()))
                .day("Zuletzt geändert", line -> DossierStatus.day(line.changedAt()));
    }

    /** A row for each dossier, a column for each question; entries of which there may be several stand side by side. */
    static Sheet<String> applications(List<Dossier> dossiers, List<ExportColumns> others) {
        var known = dossiers.stream().collect(Collectors.toMap(Dossier::id, Function.identity()));
        List<String> ids = dossiers.stream().map(Dossier::id).toList();
        var table = new Table(Sheet.of("Anträge", ids), known);
        table.standing();
        table.answers();
        table.text(
                "Darf den Vorgang öffnen",
                dossier -> dossier.officials().values().stream()
                        .map(Official::mail)
                        .collect(Collectors.joining(", ")));
        others.forEach(other -> other.addTo(table.sheet(), ids));
        return table.sheet();
    }

    private record Table(Sheet<String> sheet, Map<String, Dossier> dossiers) {
        void standing() {
            text("Zeichen", dossier -> Dossier.readable(Objects.requireNonNull(dossier.reference())));
            text("Kommune", dossier -> dossier.municipality().label());
            text("AGS", dossier -> dossier.municipality().ags());
            text("Land", dossier -> dossier.municipality().land());
            text("Stand", dossier -> words(dossier.state()));
            day("Eingegangen", dossier -> DossierStatus.day(Objects.requireNonNull(dossier.submittedAt())));
            day("Zuletzt geändert", dossier -> DossierStatus.day(dossier.changedAt()));
            day("Erwartet bis", Dossier::until);
        }

        void answers() {
            sheet.number("Einwohner*innen", id -> number(answers(id).at("/municipality/population")));
            for (int i = 0; i < most("contacts"); i++) {
                String person = "Person " + (i + 1) + ": ";
                String at = "/contacts/" + i;
                line(person + "Name", at + "/name");
                line(person + "Amt oder Funktion", at + "/office");
                line(person + "E-Mail", at + "/mail");
                line(person + "Telefon", at + "/phone");
            }
            line("Haltung", "/attitude");
            line("Motivation", "/motivation");
            line("Erwartungen", "/expectations");
            for (int i = 0; i < most("projects"); i++) {
                String project = "Vorhaben " + (i + 1) + ": ";
                String at = "/projects/" + i;
                line(project + "Name", at + "/title");
                line(project + "Ort oder Gebäude", at + "/place");
                choice(project + "Stand", at + "/state", "projects.#.state");
                line(project + "Gelernt", at + "/learned");
            }
            line("Erfahrung", "/experience");
            choice("Zeit im Netzwerk", "/time/hours", "time.hours");
            line("Zeit: Anmerkung", "/time/note");
            line("Rechnung: Empfänger", "/invoice/recipient");
            line("Rechnung: Straße und Hausnummer", "/invoice/street");
            line("Rechnung: Postleitzahl", "/invoice/postcode");
            line("Rechnung: Ort", "/invoice/city");
            line("Rechnung: Leitweg-ID", "/invoice/leitwegId");
            choice("Rechnung: Form", "/invoice/format", "invoice.format");
            flag("Aufnahmezahlung bestätigt", "/agreement/fee");
            flag("Datenschutzhinweise gelesen", "/agreement/privacy");
        }

        void text(String heading, Function<Dossier, @Nullable String> cell) {
            sheet.text(heading, id -> cell.apply(dossier(id)));
        }

        private void day(String heading, Function<Dossier, @Nullable LocalDate> cell) {
            sheet.day(heading, id -> cell.apply(dossier(id)));
        }

        private void line(String heading, String path) {
            answer(heading, path, text -> text);
        }

        private void choice(String heading, String path, String field) {
            var choices = Objects.requireNonNull(CHOICES.get(field));
            answer(heading, path, chosen -> choices.getOrDefault(chosen, chosen));
        }

        private void answer(String heading, String path, UnaryOperator<String> words) {
            sheet.text(heading, id -> {
                String answer = answers(id).at(path).asString("");
                return answer.isEmpty() ? null : words.apply(answer);
            });
        }

        private void flag(String heading, String path) {
            sheet.flag(heading, id -> answers(id).at(path).asBoolean(false));
        }

        /** As many columns as the longest of these lists needs. */
        private int most(String list) {
            return dossiers.values().stream()
                    .mapToInt(dossier -> dossier.answers().path(list).size())
                    .max()
                    .orElse(1);
        }

        private JsonNode answers(String id) {
            return dossier(id).answers();
        }

        private Dossier dossier(String id) {
            return Objects.requireNonNull(dossiers.get(id), id);
        }
    }

    private static @Nullable Long number(JsonNode answer) {
        return answer.isIntegralNumber() ? answer.longValue() : null;
    }

    private static String words(DossierState state) {
        return switch (state) {
            case DRAFT -> "Entwurf";
            case SUBMITTED -> "Eingegangen";
            case NEEDS_CORRECTION -> "Rückfrage offen";
            case PRESELECTED -> "Eingeladen";
            case INTERVIEW_BOOKED -> "Gespräch vereinbart";
            case INTERVIEWED -> "Gespräch geführt";
            case ADMITTED -> "Aufgenommen";
            case INVOICED -> "Rechnung gestellt";
            case PAID -> "Bezahlt";
            case MEMBER -> "Mitglied";
            case DECLINED -> "Abgelehnt";
            case WITHDRAWN -> "Zurückgezogen";
        };
    }
}
