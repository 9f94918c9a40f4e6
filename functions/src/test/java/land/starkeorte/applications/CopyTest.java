package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierFunctions;
import land.starkeorte.platform.Secrets;
import land.starkeorte.questionnaire.AnswerSheet;
import land.starkeorte.questionnaire.Questionnaire;
import land.starkeorte.testing.Invoke;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was sent, as a paper: the same words, once, for those who may read them. */
class CopyTest {
    private static final String MOTIVATION = "Das alte Kino steht leer.";

    private final ApiDriver api = new ApiDriver();
    private final LambdaFunction copies = new land.starkeorte.http.HttpFunction(
            ApplicationFunctions.copies(
                    api.tables.reach("ApplicationsTable"),
                    api.archive,
                    DossierFunctions.access(
                            api.tables.reach("ApplicationsTable"),
                            new land.starkeorte.access.Sessions(api.tables.reach("AccessTable")),
                            api.clock)),
            () -> {});
    private final String secret = Secrets.secret();

    @Test
    void theConfirmationGoesOutOnceWithThePaperHoweverOftenItIsTold() {
        String dossier = sent(Forms.complete());
        assertThat(received()).as("not without the paper").isEmpty();
        tell(dossier);
        tell(dossier);
        api.print();
        String key = "applications/" + dossier + "-1.pdf";
        assertThat(api.archive.papers).containsOnlyKeys(key);
        assertThat(received()).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("anne@gemeinde.example");
            assertThat(mail.attachments())
                    .hasSize(1)
                    .first()
                    .satisfies(paper -> assertThat(paper.key()).isEqualTo(key));
        });
    }

    @Test
    void whatTheStreamLeftTheScheduleDoes() {
        String dossier = sent(Forms.complete());
        api.archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> tell(dossier)).hasMessageContaining(dossier);
        assertThat(received()).isEmpty();
        assertThat(view(dossier).path("copies").size()).isZero();
        api.archive.before = () -> {};
        api.clock.pass(Duration.ofMinutes(15));
        api.print();
        assertThat(received()).hasSize(1);
    }

    @Test
    void itSaysWhoSentWhatWhenAndCanBeReadAloud() throws Exception {
        String dossier = sent(Forms.complete());
        api.clock.pass(Duration.ofDays(2));
        api.print();
        String text = text(paper(dossier, 1));
        assertThat(text)
                .contains(
                        joined("Göttingen (Niedersachsen), AGS 03159016"),
                        joined("Gesendet von Änne Groß, anne@gemeinde.example"),
                        joined(told("Gesendet am Montag, 23. November 2026")),
                        joined("Ihr Zeichen: " + view(dossier).path("reference").asString()),
                        joined("Wo steht es gerade? in Planung"),
                        joined("Einwohner*innen 8.700"),
                        joined("Ich spreche für diese Kommune, und die Angaben stimmen nach bestem Wissen. ja"));
        try (var pdf = Loader.loadPDF(paper(dossier, 1))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8)).contains("pdfuaid", "pdfaid");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Büro für Öffentlichkeit, fließend, Auflage, Schiffahrt, Stofffetzen, Hoffnung: ffi ffl fi fl ff",
                "Wósobna gmejna Nowa Niwa, Rěčicy, Łaz, Kślow, Źěwin, Ćišow, šuleŕ, žywjenje",
                "Işıl Çağlayan, İstanbul, Şeyma Öğüt, Gökçe Ünal, ığüşöç",
                "„Anführung“, ‚einfach‘ – Gedanken … 100\u202f€ und 50\u00a0%, ½ m², x ≤ y, <b>kein</b> & kein Tag",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsausschussvorsitzendenstellvertreterwahl"
            })
    void itsTextIsWhatTheApiReturnsHoweverLong(String words) throws Exception {
        String dossier = sent(longest(words));
        api.print();
        JsonNode answers = view(dossier).path("answers");
        String text = text(paper(dossier, 1));
        for (String answer : strings(answers)) {
            assertThat(text).contains(joined(answer));
        }
        var whole = new StringBuilder();
        AnswerSheet.of(Questionnaire.ofTheForm(), answers).parts().forEach(part -> {
            whole.append(part.heading());
            part.entries().forEach(entry -> {
                whole.append(entry.title());
                entry.answers()
                        .forEach(answer -> whole.append(answer.label())
                                .append(answer.text().isEmpty() ? "keine Angabe" : answer.text()));
            });
        });
        assertThat(text).endsWith(joined(whole.toString()));
    }

    @Test
    void whatTheFontLacksIsNamedNotLost() throws Exception {
        ObjectNode form = Forms.complete();
        form.put("motivation", "Wir freuen uns \uD83C\uDFE0 sehr, \u4F60\u597D.");
        String dossier = sent(form);
        api.print();
        assertThat(text(paper(dossier, 1))).contains("Wirfreuenuns[U+1F3E0]sehr,[U+4F60][U+597D].");
    }

    @Test
    void aCorrectionMakesANewVersionAndTheFirstStaysWhatItWas() throws Exception {
        String dossier = sent(Forms.complete());
        api.asStaff(
                "POST",
                "/api/staff/dossiers/" + dossier + "/correction",
                "{\"fields\":[\"motivation\"],\"reason\":\"Bitte genauer.\"}");
        assertThat(api.as(
                                secret,
                                "PUT",
                                "/api/dossiers/" + dossier + "/correction",
                                "{\"correction\":1,\"answers\":{\"motivation\":\"Das Kino wird ein Haus für alle.\"}}")
                        .status())
                .isEqualTo(200);
        // Whatever is printed late shows what was sent then.
        api.print();
        assertThat(text(paper(dossier, 1))).contains(joined(MOTIVATION)).doesNotContain("Fassung");
        assertThat(text(paper(dossier, 2)))
                .contains(joined("Das Kino wird ein Haus für alle."), joined("berichtigte Fassung 2"))
                .doesNotContain(joined(MOTIVATION));
        assertThat(view(dossier).path("copies").size()).isEqualTo(2);
        assertThat(received()).hasSize(1);
    }

    @Test
    void onlyWhoMayOpenTheDossierGetsALinkToIt() {
        String dossier = sent(Forms.complete());
        assertThat(link(dossier, "1", secret).status()).as("not printed yet").isEqualTo(410);
        api.print();
        var link = link(dossier, "1", secret);
        assertThat(link.status()).isEqualTo(200);
        assertThat(link.body().path("url").asString())
                .isEqualTo("https://papers.example/applications/" + dossier + "-1.pdf?name=Antrag.pdf");
        assertThat(link(dossier, "1", Secrets.secret()).status()).isEqualTo(401);
        for (String number : List.of("2", "0", "x", "99999", "1.5", "-1")) {
            assertThat(link(dossier, number, secret).status()).isEqualTo(410);
        }
    }

    @Test
    void theAnswersDoNotStayBesideTheDossierAndThePaperGoesAfterAYear() {
        String dossier = sent(Forms.complete());
        api.print();
        var item = api.tables.items("ApplicationsTable").stream()
                .filter(one -> one.path("sk").asString().equals("copy#0001"))
                .findFirst()
                .orElseThrow();
        assertThat(item.propertyNames()).doesNotContain("answers", "waiting");
        assertThat(item.path("expires").asLong())
                .isEqualTo(api.clock.instant().plus(Duration.ofDays(400)).getEpochSecond());
    }

    @Test
    void whoWithdrawsAtOnceIsNotToldThatEverythingGoesOn() {
        String dossier = sent(Forms.complete());
        api.as(secret, "POST", "/api/dossiers/" + dossier + "/withdrawal", "{\"confirmed\":true}");
        api.print();
        assertThat(received()).isEmpty();
    }

    private static ObjectNode longest(String words) {
        ObjectNode form = Forms.complete();
        for (String field : List.of("attitude", "motivation", "expectations", "experience")) {
            form.put(field, filled(words, 3000));
        }
        form.withObject("/time").put("note", filled(words, 1000));
        var projects = form.putArray("projects");
        for (int i = 0; i < ApplicationForm.MOST_PROJECTS; i++) {
            projects.addObject()
                    .put("title", filled(words, 120))
                    .put("place", filled(words, 120))
                    .put("state", "idea")
                    .put("learned", filled(words, 1000));
        }
        form.withObject("/invoice").put("recipient", filled(words, 200));
        ((ObjectNode) form.at("/contacts/0")).put("name", filled(words, 100));
        return form;
    }

    private static String filled(String words, int length) {
        return (words + " ")
                .repeat(length / words.length() + 1)
                .substring(0, length)
                .strip();
    }

    /** Every answer that is typed, not chosen. */
    private static List<String> strings(JsonNode answers) {
        var strings = new ArrayList<String>();
        for (String field : List.of("attitude", "motivation", "expectations", "experience")) {
            strings.add(answers.path(field).asString());
        }
        strings.add(answers.at("/time/note").asString());
        answers.path("projects")
                .forEach(project -> List.of("title", "place", "learned")
                        .forEach(field -> strings.add(project.path(field).asString())));
        answers.path("contacts")
                .forEach(contact -> List.of("name", "office", "mail", "phone")
                        .forEach(field -> strings.add(contact.path(field).asString())));
        List.of("recipient", "street", "postcode", "city", "leitwegId")
                .forEach(field -> strings.add(answers.at("/invoice/" + field).asString()));
        return strings;
    }

    private String sent(ObjectNode form) {
        String id = api.start(form.toString(), secret).body().path("id").asString();
        assertThat(api.submit(id, secret, 1, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        return id;
    }

    private void tell(String dossier) {
        Invoke.function(
                api.printer,
                new ByteArrayInputStream(
                        ("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + dossier + "\"}}}}]}")
                                .getBytes(UTF_8)));
    }

    private JsonNode view(String dossier) {
        return api.as(secret, "GET", "/api/dossiers/" + dossier, null).body();
    }

    private ApiDriver.Answer link(String dossier, String number, String with) {
        return api.call(
                "GET",
                "/api/dossiers/" + dossier + "/copies/" + number,
                null,
                java.util.Map.of("authorization", "Bearer " + with),
                false,
                new ApiDriver.Person("", List.of(), ""),
                copies);
    }

    private byte[] paper(String dossier, int number) {
        return api.archive.papers.get("applications/" + dossier + "-" + number + ".pdf");
    }

    private List<land.starkeorte.mail.Mail> received() {
        return api.mailed("received");
    }

    /** Without blanks, because lines are broken otherwise; without what stands below each page. */
    private static String text(byte[] paper) throws IOException {
        var text = new StringBuilder();
        try (var pdf = Loader.loadPDF(paper)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(joined(stripper.getText(pdf))
                        .replace("StarkeOrteNetzwerkSeite" + page + "von" + pdf.getNumberOfPages(), ""));
            }
        }
        return text.toString();
    }

    private static String joined(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", "");
    }
}
