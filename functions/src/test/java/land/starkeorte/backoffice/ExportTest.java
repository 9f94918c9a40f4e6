package land.starkeorte.backoffice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import land.starkeorte.applications.ApiDriver;
import land.starkeorte.applications.Forms;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.questionnaire.Questionnaire;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the office takes along of its dossiers, opened by another reader. */
class ExportTest {
    private final ApiDriver api = new ApiDriver();

    @Test
    void theListHasRealNumbersAndDates() throws IOException {
        send(form());
        XSSFSheet sheet = opened("");
        var row = cells(sheet, 1);
        assertThat(row.get("Kommune").getStringCellValue()).isEqualTo("Göttingen (Niedersachsen)");
        assertThat(row.get("AGS").getStringCellValue()).isEqualTo("03159016");
        assertThat(row.get("Einwohner*innen").getNumericCellValue()).isEqualTo(8700);
        assertThat(day(row.get("Eingegangen"))).isEqualTo(told("2026-11-23"));
        assertThat(row.get("Stand").getStringCellValue()).isEqualTo("Eingegangen");
    }

    @Test
    void whatWasTypedNeverBecomesAFormula() throws IOException {
        var dangerous = form();
        ((ObjectNode) dangerous.at("/contacts/0")).put("name", "=HYPERLINK(\"http://x\";\"y\")");
        send(dangerous);
        XSSFCell cell = cells(opened(""), 1).get("Ansprechperson");
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).startsWith("=HYPERLINK");
        assertThat(read("").getFirst().get("Ansprechperson")).startsWith("'=HYPERLINK");
    }

    @Test
    void aWholeApplicationIsARowWithAColumnForEachAnswer() throws IOException {
        var form = form();
        form.withArray("/contacts")
                .add(Json.MAPPER.readTree(
                        "{\"name\":\"Bert Klein\",\"office\":\"Kämmerer\",\"mail\":\"bert@gemeinde.example\"}"));
        form.withArray("/projects")
                .add(
                        Json.MAPPER.readTree(
                                "{\"title\":\"Mühle\",\"place\":\"Am Bach\",\"state\":\"stopped\",\"learned\":\"Früh fragen.\"}"));
        ((ObjectNode) form.at("/time")).put("note", "Nur mittwochs.\nNicht im Juli.");
        send(form);
        var row = cells(opened("&content=applications"), 1);
        assertThat(row.get("Person 1: Telefon").getStringCellValue()).isEqualTo("0551 1234-0");
        assertThat(row.get("Person 2: E-Mail").getStringCellValue()).isEqualTo("bert@gemeinde.example");
        assertThat(row.get("Haltung").getStringCellValue()).isEqualTo("Gemeinwohl zuerst.");
        assertThat(row.get("Vorhaben 1: Stand").getStringCellValue()).isEqualTo("in Planung");
        assertThat(row.get("Vorhaben 2: Gelernt").getStringCellValue()).isEqualTo("Früh fragen.");
        assertThat(row.get("Zeit im Netzwerk").getStringCellValue()).isEqualTo("ungefähr zwei Stunden in der Woche");
        assertThat(row.get("Zeit: Anmerkung").getStringCellValue()).isEqualTo("Nur mittwochs.\nNicht im Juli.");
        assertThat(row.get("Rechnung: Leitweg-ID").getStringCellValue()).isEqualTo("04011000-1234512345-06");
        assertThat(row.get("Einwohner*innen").getNumericCellValue()).isEqualTo(8700);
        assertThat(row.get("Datenschutzhinweise gelesen").getStringCellValue()).isEqualTo("ja");
        assertThat(row.get("Darf den Vorgang öffnen").getStringCellValue())
                .contains("anne@gemeinde.example", "bert@gemeinde.example");
        assertThat(day(row.get("Erwartet bis"))).isEqualTo(told("2026-12-07"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void filtersAndSearchHoldForWholeApplications(String format) throws IOException {
        send(form());
        var other = form();
        ((ObjectNode) other.at("/municipality")).put("ags", "12073008");
        send(other);
        assertThat(rows(format, "&content=applications")).hasSize(2);
        assertThat(rows(format, "&content=applications&q=anger"))
                .containsExactly("Angermünde (Uckermark, Brandenburg)");
        assertThat(rows(format, "&content=applications&state=MEMBER")).isEmpty();
    }

    private List<String> rows(String format, String more) throws IOException {
        if (format.equals("csv")) {
            return read(more).stream().map(row -> row.get("Kommune")).toList();
        }
        XSSFSheet sheet = opened(more);
        var rows = new java.util.ArrayList<String>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            rows.add(cells(sheet, i).get("Kommune").getStringCellValue());
        }
        return rows;
    }

    @Test
    void everyQuestionOfTheFormHasItsColumn() throws IOException {
        var form = form();
        api.tables.change("ApplicationsTable", send(form), "dossier", dossier -> {
            answerWhatIsVoluntary(form);
            return dossier.set("answers", form);
        });
        var cells = read("&content=applications").getFirst().toList();
        for (var section : Questionnaire.ofTheForm().sections()) {
            for (var question : section.questions()) {
                var choices = question.choices().stream()
                        .map(Questionnaire.Choice::value)
                        .toList();
                var answer = form.at(path(question));
                switch (question.kind()) {
                    case LINE, TEXT -> assertThat(cells).as(question.field()).contains(answer.asString());
                    case CHOICE ->
                        assertThat(DossierExport.CHOICES.get(question.field()))
                                .as(question.field())
                                .containsOnlyKeys(choices)
                                .extractingByKey(answer.asString())
                                .isIn(cells);
                    case CONSENT -> assertThat(cells).contains("ja");
                }
            }
        }
    }

    private static void answerWhatIsVoluntary(ObjectNode form) {
        for (var section : Questionnaire.ofTheForm().sections()) {
            for (var question : section.questions()) {
                if (question.optional() && form.at(path(question)).isMissingNode()) {
                    String name = question.field().replaceFirst(".*\\.", "");
                    ((ObjectNode) form.at(path(question).replaceFirst("/\\w+$", ""))).put(name, question.field());
                }
            }
        }
    }

    private static String path(Questionnaire.Question question) {
        return "/" + question.field().replace("#", "0").replace('.', '/');
    }

    /** A column for whatever the list says of a dossier, or it is left out on purpose. */
    @Test
    void everythingInTheListHasItsColumnOrStandsOutside() throws IOException {
        var columns = Map.of(
                "reference", "Zeichen",
                "municipality", "Kommune",
                "ags", "AGS",
                "land", "Land",
                "population", "Einwohner*innen",
                "state", "Stand",
                "contact", "Ansprechperson",
                "mail", "E-Mail",
                "submittedAt", "Eingegangen",
                "changedAt", "Zuletzt geändert");
        // Whose work it is now, and what the computer calls it, is of no use elsewhere.
        var outside = List.of("id", "unread", "owner");
        send(form());
        assertThat(read("").getFirst().toMap().keySet()).containsExactlyInAnyOrderElementsOf(columns.values());
        assertThat(DossierListItem.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(columns.keySet().stream(), outside.stream())
                        .toList());
    }

    @Test
    void whatIsNoContentIsRefused() {
        assertThat(api.asStaff("/api/staff/export?format=csv&content=x", List.of("staff"))
                        .status())
                .isEqualTo(400);
    }

    private static ObjectNode form() {
        return Forms.complete();
    }

    private String send(ObjectNode form) {
        String own = Secrets.secret();
        String id = api.start(form.toString(), own).body().path("id").asString();
        assertThat(api.submit(id, own, 1, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        return id;
    }

    private byte[] file(String query) {
        var answer = api.asStaff("/api/staff/export?" + query, List.of("staff"));
        assertThat(answer.status()).isEqualTo(200);
        return Base64.getDecoder().decode(answer.body().path("file").asString());
    }

    private XSSFSheet opened(String more) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file("format=xlsx" + more)))) {
            return book.getSheetAt(0);
        }
    }

    private List<CSVRecord> read(String more) throws IOException {
        String text = new String(file("format=csv" + more), UTF_8);
        return CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
    }

    private static Map<String, XSSFCell> cells(XSSFSheet sheet, int row) {
        var cells = new LinkedHashMap<String, XSSFCell>();
        XSSFRow read = sheet.getRow(row);
        sheet.getRow(0)
                .forEach(heading -> cells.put(heading.getStringCellValue(), read.getCell(heading.getColumnIndex())));
        return cells;
    }

    private static String day(XSSFCell cell) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
}
