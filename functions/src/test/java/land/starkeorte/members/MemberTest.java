package land.starkeorte.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import javax.imageio.ImageIO;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.documents.MemberFolder;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.site.MemorySiteBucket;
import land.starkeorte.site.SiteFunctions;
import land.starkeorte.site.SiteSection;
import land.starkeorte.testing.Invoke;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever has paid becomes a member, tells about itself, and decides what everybody sees. */
class MemberTest {
    private static final String GOETTINGEN = "03159016";
    private static final String PICTURE = "ab".repeat(16);

    private final DossierFixture dossiers = new DossierFixture();
    private final String membersTable = dossiers.tables().table("MembersTable");
    private final LambdaFunction function = MemberFunctions.serve(
            new MemberSettings(
                    dossiers.tables().table("ApplicationsTable"),
                    dossiers.tables().table("OutboxTable"),
                    membersTable,
                    dossiers.tables().table("AccountsTable"),
                    "mitarbeit@starke-orte.example"),
            dossiers.tables().store(),
            dossiers.clock());
    private final LambdaFunction welcoming = MemberFunctions.welcome(
            new WelcomeSettings(
                    dossiers.tables().table("ApplicationsTable"),
                    dossiers.tables().table("OutboxTable"),
                    membersTable,
                    dossiers.tables().table("AccountsTable")),
            dossiers.tables().store(),
            dossiers.clock());
    private final MemorySiteBucket siteBucket = new MemorySiteBucket();
    private final LambdaFunction publisher = SiteFunctions.publish(
            siteBucket,
            List.of(MemberFunctions.section(
                    dossiers.tables().reach("MembersTable"), "https://starke-orte.example", dossiers.clock())));

    @Test
    void whoeverHasPaidIsWelcomedOnceHoweverOftenItIsTold() {
        String dossier = paid(GOETTINGEN);
        tell(GOETTINGEN);
        tell(GOETTINGEN);
        run(welcoming);
        assertThat(dossiers.state(dossier)).isEqualTo("MEMBER");
        assertThat(dossiers.history(dossier)).endsWith("Die Mitgliedschaft hat begonnen");
        assertThat(dossiers.mails("welcome")).hasSize(1);
        assertThat(dossiers.tables().items("AccountsTable")).hasSize(1);
    }

    @Test
    void theOfficeTakesAllMembersAlongAsATable() throws Exception {
        joined();
        propose(profile("Wir packen an."));
        staff("PUT", "/ambassador", "{\"ambassador\":true}");
        var answer =
                dossiers.as("office", "staff", "", function, "GET", "/api/staff/exports/members?format=xlsx", null);
        byte[] file = Base64.getDecoder().decode(answer.body().path("file").asString());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            var row = new HashMap<String, XSSFCell>();
            sheet.getRow(0)
                    .forEach(heading -> row.put(
                            heading.getStringCellValue(), sheet.getRow(1).getCell(heading.getColumnIndex())));
            assertThat(row.get("Kommune").getStringCellValue()).isEqualTo("Göttingen");
            assertThat(row.get("Mitglied seit").getLocalDateTimeCellValue())
                    .isEqualTo(GermanFormat.dayOf(dossiers.clock().instant()).atStartOfDay());
            assertThat(row.get("Botschafterin").getStringCellValue()).isEqualTo("ja");
            assertThat(row.get("Straße und Hausnummer").getStringCellValue()).isEqualTo("Am Markt 1");
            assertThat(row.get("Postleitzahl").getStringCellValue()).isEqualTo("37073");
            assertThat(row.get("Personen").getNumericCellValue()).isEqualTo(1);
            assertThat(row.get("Profil").getStringCellValue()).isEqualTo("wartet auf Freigabe");
        }
        assertThat(dossiers.as(
                                "m",
                                "member",
                                GOETTINGEN,
                                function,
                                "GET",
                                "/api/staff/exports/members?format=csv",
                                null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whosePaymentWasTakenBackWaitsForTheNext() {
        String dossier = paid(GOETTINGEN);
        move(dossier, DossierState.PAID, DossierState.INVOICED);
        tell(GOETTINGEN);
        assertThat(dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(member("GET", "profile", null).status()).isEqualTo(403);
        move(dossier, DossierState.INVOICED, DossierState.PAID);
        tell(GOETTINGEN);
        assertThat(dossiers.state(dossier)).isEqualTo("MEMBER");
    }

    @Test
    void whatIsProposedIsSeenByNobodyBeforeTheOfficeHasApprovedExactlyThat() {
        joined();
        assertThat(propose(profile("Wir packen an.")).status()).isEqualTo(200);
        assertThat(dossiers.mails("profileproposed")).hasSize(1);
        run(publisher);
        assertThat(siteBucket.everything()).doesNotContain("Wir packen an.");
        int looked = staff("GET", "", null).body().path("version").asInt();
        propose(profile("Inzwischen etwas anderes."));
        assertThat(staff("POST", "/approval", "{\"version\":" + looked + "}").status())
                .as("it was changed after it was looked at")
                .isEqualTo(409);
        int now = staff("GET", "", null).body().path("version").asInt();
        assertThat(staff("POST", "/approval", "{\"version\":" + now + "}").status())
                .isEqualTo(201);
        assertThat(dossiers.mails("profilepublished")).hasSize(1);
        assertThat(dossiers.mails("profileproposed")).as("one while it waited").hasSize(1);
        run(publisher);
        assertThat(siteBucket.text("mitglieder/" + GOETTINGEN + "/")).contains("Inzwischen etwas anderes.");
    }

    @Test
    void aProposalIsSentBackWithAReasonAndTheOldOneStays() {
        joined();
        publish(profile("Alt."));
        propose(profile("Neu."));
        int version = staff("GET", "", null).body().path("version").asInt();
        assertThat(staff("POST", "/rejection", "{\"version\":" + version + ",\"reason\":\"Bitte kürzer.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dossiers.mails("profilerejected")
                        .getFirst()
                        .at("/model/text")
                        .asString())
                .isEqualTo("Bitte kürzer.");
        var mine = member("GET", "profile", null).body();
        assertThat(mine.at("/profile/text").asString()).isEqualTo("Alt.");
        assertThat(mine.has("proposed")).isFalse();
    }

    @Test
    void twoWhoWriteAtTheSameTimeDoNotUndoEachOther() {
        joined();
        ObjectNode one = profile("Eins.");
        ObjectNode two = profile("Zwei.");
        assertThat(propose(one).status()).isEqualTo(200);
        assertThat(member("PUT", "profile", two.toString()).status()).isEqualTo(409);
        assertThat(propose(one).status()).as("a repeat is no change").isEqualTo(200);
    }

    @Test
    void onlyWhatIsPublicEverReachesTheWebAndMembersSeeTheRest() {
        joined();
        ObjectNode profile = profile("Öffentlicher Text.");
        ((ObjectNode) profile.path("membersOnly")).put("projects", true).put("contact", true);
        publish(profile);
        run(publisher);
        assertThat(siteBucket.everything())
                .contains("Öffentlicher Text.", "Leerstand aktivieren")
                .doesNotContain("Alte Schule", "kontakt@goettingen.example", "0551");
        var seen = member("GET", "directory", null)
                .body()
                .path("members")
                .valueStream()
                .filter(one -> one.path("ags").asString().equals(GOETTINGEN))
                .findFirst()
                .orElseThrow();
        assertThat(seen.toString()).contains("Alte Schule", "kontakt@goettingen.example");
        ((ObjectNode) profile.path("membersOnly")).put("contact", false);
        publish(profile);
        run(publisher);
        assertThat(siteBucket.text("mitglieder/" + GOETTINGEN)).contains("kontakt@goettingen.example");
    }

    @Test
    void withdrawnTheProfileIsGoneFromEverythingAfterOneRun() {
        joined();
        siteBucket.pictures.put(MemberFolder.key(GOETTINGEN, PICTURE), png(300, 200));
        ObjectNode profile = profile("Bald weg.");
        profile.putArray("pictures").addObject().put("id", PICTURE).put("alt", "Das Rathaus");
        publish(profile);
        run(publisher);
        assertThat(siteBucket.everything()).contains("Göttingen");
        assertThat(siteBucket.files.keySet()).anyMatch(key -> key.endsWith(".jpg"));
        assertThat(member("DELETE", "profile", null).status()).isEqualTo(200);
        run(publisher);
        assertThat(siteBucket.everything()).doesNotContain("Göttingen", GOETTINGEN);
        assertThat(siteBucket.files.keySet()).noneMatch(key -> key.contains(GOETTINGEN) || key.endsWith(".jpg"));
    }

    @Test
    void mapFeedAndListsNameTheMemberAndARunWithoutChangesWritesNothing() throws Exception {
        joined();
        staff("PUT", "/ambassador", "{\"ambassador\":true}");
        publish(profile("Text."));
        run(publisher);
        JsonNode map = Json.MAPPER.readTree(siteBucket.text("karte/orte.geo.json"));
        assertThat(map.at("/features/0/properties/name").asString()).isEqualTo("Göttingen");
        assertThat(map.at("/features/0/geometry/coordinates/0").asDouble())
                .as("longitude first")
                .isBetween(9.8, 10.1);
        assertThat(siteBucket.text("index.html")).contains("Göttingen", "/mitglieder/" + GOETTINGEN + "/");
        assertThat(siteBucket.text("mitglieder/")).contains("Niedersachsen", "Botschafterin", "Leerstand aktivieren");
        assertThat(siteBucket.text("karte/")).contains("Göttingen");
        assertThat(siteBucket.text("mitglieder/atom.xml"))
                .startsWith("<?xml")
                .contains("<id>https://starke-orte.example/mitglieder/" + GOETTINGEN + "/</id>");
        var feed = javax.xml.parsers.DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(siteBucket.files.get("mitglieder/atom.xml")));
        assertThat(feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isEqualTo(1);
        int before = siteBucket.writes;
        run(publisher);
        assertThat(siteBucket.writes).isEqualTo(before);
        siteBucket.files.put("mitglieder/99999999/", "liegengeblieben".getBytes(UTF_8));
        run(publisher);
        assertThat(siteBucket.files).doesNotContainKey("mitglieder/99999999/");
    }

    @Test
    void picturesAreScaledUprightAndForgetWhatTheCameraWrote() throws Exception {
        joined();
        byte[] photo = photo();
        assertThat(new String(photo, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("Exif");
        siteBucket.pictures.put(MemberFolder.key(GOETTINGEN, PICTURE), photo);
        ObjectNode profile = profile("Mit Bild.");
        profile.putArray("pictures").addObject().put("id", PICTURE).put("alt", "Das <Rathaus>");
        publish(profile);
        run(publisher);
        String key = siteBucket.files.keySet().stream()
                .filter(name -> name.endsWith(".jpg"))
                .findFirst()
                .orElseThrow();
        assertThat(key).isEqualTo("mitglieder/bilder/" + PICTURE + "-720x1440.jpg");
        var shown = ImageIO.read(new ByteArrayInputStream(siteBucket.files.get(key)));
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(720, 1440);
        assertThat(new String(siteBucket.files.get(key), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        assertThat(siteBucket.text("mitglieder/" + GOETTINGEN)).contains("alt=\"Das &lt;Rathaus", "width=\"720\"");
        profile.putArray("pictures").addObject().put("id", PICTURE);
        assertThat(propose(profile).status()).as("a picture without words").isEqualTo(422);
    }

    @Test
    void aPictureThatCannotBeDrawnIsNamedAndEveryPageIsMadeWithoutItAndOneOfAnotherMemberIsNotFound() {
        joined();
        siteBucket.pictures.put(MemberFolder.key("12073008", PICTURE), png(30, 20));
        siteBucket.pictures.put(MemberFolder.key(GOETTINGEN, "cd".repeat(16)), "no picture".getBytes(UTF_8));
        ObjectNode profile = profile("x");
        var pictures = profile.putArray("pictures");
        pictures.addObject().put("id", PICTURE).put("alt", "fremd");
        pictures.addObject().put("id", "cd".repeat(16)).put("alt", "kaputt");
        pictures.addObject().put("id", "ef".repeat(16)).put("alt", "heil");
        siteBucket.pictures.put(MemberFolder.key(GOETTINGEN, "ef".repeat(16)), png(30, 20));
        publish(profile);
        assertThatThrownBy(() -> run(publisher)).hasMessage("Not shown: [picture " + "cd".repeat(16) + "]");
        assertThat(siteBucket.files.keySet())
                .filteredOn(key -> key.endsWith(".jpg"))
                .containsExactly("mitglieder/bilder/" + "ef".repeat(16) + "-30x20.jpg");
        assertThat(siteBucket.text("mitglieder/" + GOETTINGEN)).contains("heil").doesNotContain("kaputt");
        assertThat(siteBucket.files).containsKeys("index.html", "karte/");
    }

    @Test
    void theOfficeSaysWhoActsForAMember() {
        joined();
        assertThat(staff("PUT", "/people", "{\"mails\":[]}").status()).isEqualTo(422);
        assertThat(staff("PUT", "/people", "{\"mails\":[{\"mail\":\"Neu@goettingen.example\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(staff("GET", "", null).body().path("mails").toString())
                .contains("@goettingen.example")
                .hasSizeLessThan(40);
        assertThat(dossiers.mails("welcome")).hasSize(2);
        staff("PUT", "/people", "{\"mails\":[{\"mail\":\"Neu@goettingen.example\"}]}");
        assertThat(dossiers.mails("welcome")).as("nobody new").hasSize(2);
    }

    @Test
    void otherPeopleGetNothing() {
        joined();
        propose(profile("x"));
        for (String group : List.of("founder", "staff", "nobody")) {
            assertThat(dossiers.as("x", group, GOETTINGEN, function, "GET", "/api/member/profile", null)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(dossiers.as("x", "member", "12073008", function, "GET", "/api/member/profile", null)
                        .status())
                .as("no member")
                .isEqualTo(403);
        assertThat(dossiers.as(
                                "x",
                                "member",
                                "",
                                function,
                                "PUT",
                                "/api/member/profile",
                                profile("y").toString())
                        .status())
                .isEqualTo(403);
        assertThat(dossiers.as("x", "member", GOETTINGEN, function, "GET", "/api/staff/members", null)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aVersionThatNobodyReadChangesNoProfile(String number) {
        joined();
        propose(profile("Wir packen an."));
        String over = profile("Anders.").toString().replace("\"version\":0", "\"version\":" + number);
        assertThat(member("PUT", "profile", over).status()).isBetween(400, 499);
        String version = "{\"version\":" + number;
        assertThat(staff("POST", "/approval", version + "}").status()).isBetween(400, 499);
        assertThat(staff("POST", "/rejection", version + ",\"reason\":\"Kürzer.\"}")
                        .status())
                .isBetween(400, 499);
    }

    private static ObjectNode profile(String text) {
        return (ObjectNode) Json.MAPPER.readTree("""
                {"version":0,"text":"%s","website":"https://www.goettingen.example","topics":{"VACANCY":true},
                "projects":[{"title":"Alte Schule","text":"Wird Werkstatt."}],
                "contact":{"name":"Änne Groß","office":"Bauamt","mail":"kontakt@goettingen.example","phone":"0551 1"},
                "pictures":[],"membersOnly":{"contact":false}}""".formatted(text));
    }

    private Answer propose(ObjectNode profile) {
        profile.put(
                "version", member("GET", "profile", null).body().path("version").asInt());
        return member("PUT", "profile", profile.toString());
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorInOnePartOfTheSiteKeepsNoOtherFromBeingShown(Error error) {
        joined();
        publish(profile("Wir packen an."));
        var members = MemberFunctions.section(
                dossiers.tables().reach("MembersTable"), "https://starke-orte.example", dossiers.clock());
        SiteSection broken = _ -> {
            throw error;
        };
        var shown = new MemorySiteBucket();
        assertThatThrownBy(() -> run(SiteFunctions.publish(shown, List.of(broken, members))))
                .hasNoCause()
                .hasMessageStartingWith("Not shown: [");
        assertThat(shown.text("mitglieder/" + GOETTINGEN + "/")).contains("Wir packen an.");
    }

    private void publish(ObjectNode profile) {
        assertThat(propose(profile).status()).isEqualTo(200);
        int version = staff("GET", "", null).body().path("version").asInt();
        assertThat(staff("POST", "/approval", "{\"version\":" + version + "}").status())
                .isEqualTo(201);
    }

    private Answer member(String method, String what, String body) {
        return dossiers.as("änne", "member", GOETTINGEN, function, method, "/api/member/" + what, body);
    }

    private Answer staff(String method, String what, String body) {
        return dossiers.as("anna", "staff", "", function, method, "/api/staff/members/" + GOETTINGEN + what, body);
    }

    private void joined() {
        paid(GOETTINGEN);
        tell(GOETTINGEN);
    }

    private String paid(String ags) {
        String id = dossiers.sent(ags, Secrets.secret());
        var way = List.of(
                DossierState.SUBMITTED,
                DossierState.PRESELECTED,
                DossierState.INTERVIEW_BOOKED,
                DossierState.INTERVIEWED,
                DossierState.ADMITTED,
                DossierState.INVOICED,
                DossierState.PAID);
        for (int i = 1; i < way.size(); i++) {
            move(id, way.get(i - 1), way.get(i));
        }
        return id;
    }

    private void move(String dossier, DossierState from, DossierState to) {
        var tables = dossiers.tables();
        var transitions = new DossierTransitions(
                tables.store().table(tables.table("ApplicationsTable")),
                MemberFunctions.consequences(tables.store().table(membersTable)),
                dossiers.clock());
        assertThat(tables.store()
                        .table(tables.table("ApplicationsTable"))
                        .write(transitions.move(dossier, from, to, "system", "weiter", null)))
                .isTrue();
    }

    private void tell(String ags) {
        Invoke.function(
                welcoming,
                new ByteArrayInputStream(("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":\"" + ags + "\"}}}}]}")
                        .getBytes(UTF_8)));
    }

    private static void run(LambdaFunction function) {
        Invoke.function(function, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    private static byte[] png(int width, int height) {
        return image(width, height, "png");
    }

    private static byte[] image(int width, int height, String format) {
        try {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var draw = image.createGraphics();
            draw.setColor(Color.ORANGE);
            draw.fillRect(0, 0, width / 2, height);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Taken with the camera on its side: wide as stored, and an Exif block (orientation 6) says to turn it. */
    private static byte[] photo() {
        byte[] jpeg = image(3000, 1500, "jpg");
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.writeBytes(exif);
        photo.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }
}
