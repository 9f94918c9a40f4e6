package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording on its way from the office's computer to a member, who watches it with captions; a visitor cannot. */
class RecordingJourneyTest extends OnTheLocalCloud {
    private static final String CAPTIONS = """
            WEBVTT

            00:00.500 --> 00:06.000
            <v Rosa>Guten Tag in die Runde.

            00:06.000 --> 00:20.000
            Boden, der in Gemeindehand bleibt.
            """;
    private static final String CHAPTERS = """
            WEBVTT

            00:00.000 --> 00:06.000
            Begrüßung

            00:06.000 --> 00:20.000
            Boden in Gemeindehand
            """;

    /** Three parts of 16 MiB, the last not full. */
    private static final int LONG = 40 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void fromTheOfficesComputerToAMemberAndToNobodyElse() throws Exception {
        Page office = browsing.open(1280);
        office.onDialog(Dialog::accept);
        office.navigate(cloud.site + "/intern/?ansicht=aufzeichnungen");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator("#view h1")).hasText("Aufzeichnungen");
        assertThat(office.getByLabel("Wovon?")).isVisible();
        browsing.look(office, "aufzeichnungen-leer");
        String choice = office.getByLabel("Wovon?").locator("option").allInnerTexts().stream()
                .filter(text -> text.startsWith("Boden in Gemeindehand"))
                .findFirst()
                .orElseThrow();
        office.getByLabel("Wovon?").selectOption(new SelectOption().setLabel(choice));
        assertThat(office.getByLabel("Titel")).hasValue("Boden in Gemeindehand");
        press(office, "Anlegen");
        assertThat(office.locator("#notice")).containsText("Angelegt.");
        String id = office.url().replaceAll(".*aufzeichnung=", "");
        whatIsWrongIsTold(office);

        uploadWithAReloadInTheMiddle(office, film());
        select(office, "Folien auswählen", "folien.pdf", "application/pdf", "%PDF-1.7\n%%EOF\n");
        assertThat(office.locator("#notice")).hasText("folien.pdf: hochgeladen.");
        select(office, "Untertitel auswählen", "untertitel.vtt", "text/vtt", CAPTIONS);
        assertThat(office.locator("#notice")).containsText("Untertitel: geprüft");
        select(office, "Kapitel auswählen", "kapitel.vtt", "text/vtt", CHAPTERS);
        assertThat(office.locator("#notice")).containsText("Kapitel: geprüft");
        onlyWithConsent(office);
        twoWriteTheSameAndNothingIsLost(office);
        browsing.look(office, "aufzeichnung-freigegeben");
        office.setViewportSize(390, 900);
        browsing.look(office, "aufzeichnung-freigegeben-schmal");

        for (int i = 0; i < 2; i++) {
            cloud.runSchedule("ArchiveRecordings");
        }
        assertThat(cloud.log()).doesNotContain("Not done");
        String link = theMemberWatches(id);
        nobodyElseDoes(id, link);
        aConsentThatIsTakenBackHidesIt(office, id);
        assertThat(browsing.complaints).allMatch(complaint -> complaint.contains("net::ERR_FAILED"));
    }

    private static void whatIsWrongIsTold(Page office) {
        select(office, "Untertitel auswählen", "falsch.vtt", "text/vtt", "WEBVTT\n\n00:01,000 --> 00:02,000\nText\n");
        assertThat(office.locator(".error-summary")).containsText("Zeile 3: Vor den Tausendsteln steht ein Punkt");
        browsing.look(office, "aufzeichnung-fehler");
        select(office, "Video auswählen", "film.avi", "video/x-msvideo", "RIFF");
        assertThat(office.locator(".error-summary")).containsText("MP4 oder WebM");
    }

    private static void uploadWithAReloadInTheMiddle(Page office, Path film) {
        // The second part is lost, and then stays on its way, as in a bad line.
        office.route(Pattern.compile("partNumber=2"), route -> {});
        office.route(Pattern.compile("partNumber=2"), Route::abort, new Page.RouteOptions().setTimes(1));
        office.getByLabel("Video auswählen").setInputFiles(film);
        assertThat(office.locator("#view")).containsText("Die Verbindung ist unterbrochen. Es geht von selbst weiter.");
        assertThat(office.locator("#view")).containsText("39 % von 41,9 MB");
        assertThat(office.locator("#view"))
                .containsText(Pattern.compile("39 % von 41,9 MB\\. Seit \\d+ Sekunden kommt nichts an"));
        browsing.look(office, "aufzeichnung-laedt");
        office.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(office.locator("#view")).containsText("39 % hochgeladen");
        browsing.look(office, "aufzeichnung-angehalten");
        String address = office.url();
        office.unroute(Pattern.compile("partNumber=2"));
        office.reload();
        assertThat(office.locator("#view")).containsText("unterbrochen");
        assertThat(office.url()).isEqualTo(address);
        browsing.look(office, "aufzeichnung-unterbrochen");
        var sent = new ArrayList<String>();
        office.onRequest(request -> {
            if (request.method().equals("PUT") && request.url().contains("partNumber=")) {
                sent.add(request.url().replaceAll(".*partNumber=(\\d+).*", "$1"));
            }
        });
        office.getByLabel("Dieselbe Datei noch einmal auswählen").setInputFiles(film);
        assertThat(office.locator("#notice")).hasText("film.webm: hochgeladen.");
        assertThat(sent).as("what was there is not sent again").isEqualTo(List.of("2", "3"));
    }

    private static void onlyWithConsent(Page office) {
        office.getByLabel("Name").fill("Rosa Blum");
        office.getByLabel("Amt oder Haus").fill("Amt Blumenau");
        press(office, "Angaben speichern");
        assertThat(office.locator("#notice")).hasText("Gespeichert.");
        press(office, "Für Mitglieder freigeben");
        assertThat(office.locator(".error-summary")).containsText("Es fehlt die Einwilligung von Rosa Blum");
        office.getByLabel("Einwilligung vom")
                .fill(LocalDate.now(Today.CLOCK).minusDays(1).toString());
        office.getByLabel("Abgelegt unter").fill("Ordner 3, Nr. 7");
        press(office, "Angaben speichern");
        assertThat(office.locator("#notice")).hasText("Gespeichert.");
        press(office, "Für Mitglieder freigeben");
        assertThat(office.locator("#notice")).hasText("Freigegeben.");
    }

    private static void twoWriteTheSameAndNothingIsLost(Page office) {
        Page other = browsing.open(1280);
        other.navigate(office.url());
        browsing.signIn(other, "leitung@starke-orte.example");
        office.getByLabel("Worum geht es?").fill("Meine Worte.");
        other.getByLabel("Worum geht es?").fill("Andere Worte.");
        other.getByText("Weitere Person").click();
        other.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("Ole Acker");
        other.getByLabel("Einwilligung vom")
                .last()
                .fill(LocalDate.now(Today.CLOCK).minusDays(1).toString());
        other.getByLabel("Abgelegt unter").last().fill("Ordner 3, Nr. 8");
        press(other, "Angaben speichern");
        assertThat(other.locator("#notice")).hasText("Gespeichert.");
        press(office, "Angaben speichern");
        assertThat(office.locator(".error-summary")).containsText("Nichts ist verloren.");
        assertThat(office.locator(".meeting")).containsText("Meine Worte.");
        assertThat(office.locator(".meeting")).containsText("Andere Worte.");
        assertThat(office.locator("[name='speakers.1.name']")).hasValue("Ole Acker");
        for (int width : new int[] {390, 1280}) {
            office.setViewportSize(width, 900);
            browsing.look(office, "aufzeichnung-zwei-fassungen");
        }
        office.getByText("Gespeicherte Fassung").click();
        press(office, "Angaben speichern");
        assertThat(office.locator("#notice")).hasText("Gespeichert.");
        assertThat(office.getByLabel("Worum geht es?")).hasValue("Andere Worte.");
        assertThat(office.locator("[name='speakers.0.name']")).hasValue("Rosa Blum");
        assertThat(office.locator("[name='speakers.1.name']")).hasValue("Ole Acker");
        // Of one voice from here on.
        office.getByLabel("Ole Acker entfernen").click();
        press(office, "Angaben speichern");
        assertThat(office.locator("[name='speakers.1.name']")).hasCount(0);
        other.context().close();
    }

    /** With captions and chapters, on a phone; and goes on the next time where it stopped. */
    private static String theMemberWatches(String id) {
        Page member = browsing.open(390);
        member.navigate(cloud.site + "/intern/?ansicht=archiv");
        browsing.signIn(member, "angermuende@starke-orte.example");
        assertThat(member.locator("#view")).containsText("1 Aufzeichnung");
        member.getByLabel("Titel, Veranstaltung oder Name").fill("nichts davon");
        assertThat(member.locator("#view")).containsText("0 Aufzeichnungen");
        member.getByLabel("Titel, Veranstaltung oder Name").fill("blum");
        browsing.look(member, "archiv");
        member.locator(".shelf a").click();
        assertThat(member.locator("#view h1")).hasText("Boden in Gemeindehand");
        assertThat(member.url()).endsWith("?film=" + id);
        member.locator(".chapters button").last().click();
        await(member, "currentTime > 6.5");
        assertThat(member.locator(".chapters [aria-current]")).hasText("Boden in Gemeindehand");
        // The browser looks a few times a second which captions are due.
        LocalCloud.await(
                () -> captions(member),
                "showing: Boden, der in Gemeindehand bleibt."::equals,
                "the captions of the second chapter");
        member.locator("video").focus();
        member.keyboard().press("k");
        await(member, "paused");
        member.keyboard().press("c");
        assertThat(captions(member)).startsWith("hidden");
        member.keyboard().press(">");
        assertThat(member.evaluate("document.querySelector('video').playbackRate"))
                .isEqualTo(1.25);
        member.getByText("Text zum Mitlesen").click();
        assertThat(member.locator(".transcript")).containsText("Guten Tag in die Runde.");
        browsing.look(member, "film");
        String link = member.locator("video").getAttribute("src");
        // A link whose time is over is asked for anew, and it goes on at the same place.
        member.route(
                Pattern.compile("/archive/"),
                route -> route.fulfill(new Route.FulfillOptions().setStatus(403)),
                new Page.RouteOptions().setTimes(1));
        member.reload();
        browsing.signIn(member, "angermuende@starke-orte.example");
        assertThat(member.locator(".player")).containsText("Weiter bei 0:");
        await(member, "currentTime > 5");
        return link;
    }

    private static void await(Page page, String state) {
        LocalCloud.await(
                () -> page.evaluate("document.querySelector('video')." + state),
                Boolean.TRUE::equals,
                "video " + state);
    }

    private static String captions(Page member) {
        // It lasts twenty seconds; a busy machine would look when they are over.
        return (String) member.evaluate("(() => { const video = document.querySelector('video');"
                + " const track = video.textTracks[0]; if (video.currentTime > 15) video.currentTime = 8;"
                + " return `${track.mode}: ${[...track.activeCues ?? []].map((cue) => cue.text)}`; })()");
    }

    private static void nobodyElseDoes(String id, String link) throws IOException, InterruptedException {
        assertThat(link).contains("/archive/" + id + "/").contains("X-Amz-Expires=300");
        assertThat(status(link, "")).isEqualTo(200);
        assertThat(status(link, "bytes=100-199")).isEqualTo(206);
        assertThat(status(link.replaceAll("\\?.*", ""), "")).isEqualTo(403);
        assertThat(cloud.read("/api/member/recordings").statusCode()).isEqualTo(401);
        assertThat(cloud.read("/api/member/recordings/" + id).statusCode()).isEqualTo(401);
        Page visitor = browsing.open(390);
        visitor.navigate(cloud.site + "/intern/?film=" + id);
        assertThat(visitor.locator("#signed-out")).isVisible();
        assertThat(visitor.locator("video")).hasCount(0);
        browsing.signIn(visitor, "fremd@starke-orte.example");
        assertThat(visitor.locator("#view")).containsText("Dafür fehlt Ihnen das Recht");
        assertThat(visitor.locator("video")).hasCount(0);
    }

    private static void aConsentThatIsTakenBackHidesIt(Page office, String id) {
        Page watching = browsing.open(1280);
        watching.clock().install();
        watching.navigate(cloud.site + "/intern/?film=" + id);
        browsing.signIn(watching, "angermuende@starke-orte.example");
        assertThat(watching.locator("video")).isVisible();
        watching.evaluate("document.querySelector('video').loop = true");
        watching.evaluate("document.querySelector('video').muted = true");
        watching.evaluate("document.querySelector('video').play()");
        await(watching, "currentTime > 0.1");
        String link = watching.locator("video").getAttribute("src");
        watching.clock().fastForward("01:01");
        await(watching, "currentTime > 0.1");
        assertThat(watching.locator("video")).hasAttribute("src", link);
        office.reload();
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator("#view")).containsText("für Mitglieder sichtbar");
        office.getByLabel("Einwilligung vom").fill("");
        office.getByLabel("Abgelegt unter").fill("");
        press(office, "Angaben speichern");
        assertThat(office.locator("#view")).containsText("nicht sichtbar");
        watching.clock().fastForward("01:01");
        assertThat(watching.locator(".player")).containsText("Diese Aufzeichnung ist nicht mehr zu sehen.");
        assertThat(watching.locator("video")).not().hasAttribute("src", Pattern.compile(".*"));
        browsing.look(watching, "film-zurueckgenommen");
        Page member = browsing.open(1280);
        member.navigate(cloud.site + "/intern/?film=" + id);
        browsing.signIn(member, "angermuende@starke-orte.example");
        assertThat(member.locator("#view")).containsText("Diese Aufzeichnung gibt es nicht.");
        cloud.runSchedule("ArchiveRecordings");
        office.navigate(cloud.site + "/intern/?ansicht=aufgaben");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        office.locator(".tasks a", new Page.LocatorOptions().setHasText("Boden in Gemeindehand"))
                .click();
        assertThat(office.locator("#view h1")).hasText("Boden in Gemeindehand");
    }

    private static int status(String url, String range) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return LocalCloud.HTTP
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A small film of ours, made long by something that every player passes over (EBML Void, RFC 8794). */
    private Path film() {
        try (var small = RecordingJourneyTest.class.getResourceAsStream("/boden.webm")) {
            byte[] film = small.readAllBytes();
            byte[] rest = new byte[LONG - film.length];
            new Random(1).nextBytes(rest);
            var all = ByteBuffer.allocate(film.length + 9 + rest.length);
            all.put(film).put((byte) 0xEC).putLong(rest.length | 1L << 56).put(rest);
            return Files.write(folder.resolve("film.webm"), all.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void select(Page page, String label, String name, String type, String content) {
        page.getByLabel(label).setInputFiles(new FilePayload(name, type, content.getBytes(UTF_8)));
    }

    private static void press(Page page, String button) {
        page.locator(".button", new Page.LocatorOptions().setHasText(button)).click();
    }
}
