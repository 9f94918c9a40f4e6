package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office's desk itself: nobody is thrown out, nothing typed is lost, and one always sees where one is. */
class DeskJourneyTest extends OnTheLocalCloud {
    private static final String OFFICE = "mitarbeit@starke-orte.example";
    private static final String LEAD = "leitung@starke-orte.example";
    private static final String NOTE = "Notiz für die Geschäftsstelle";

    private static Applicant applicant;

    @BeforeAll
    static void send() throws Exception {
        applicant = Applicant.send(cloud, "09479152", "rathaus@selb.example", "Gemeinwohl zuerst. ".repeat(40));
    }

    @Test
    void aReloadASecondTabAndALinkFromAMailComeInByThemselvesAndBringBackWhatWasTyped() {
        Page page = desk();
        page.getByLabel(NOTE).fill("Halb geschrieben");
        assertThat(form(page).locator(".draft")).containsText("Noch nicht gespeichert");
        browsing.look(page, "schreibtisch-entwurf");
        browsing.choose(page, "Aufgaben");
        assertThat(page.locator("h1:visible")).hasText("Aufgaben");
        page.goBack();
        assertThat(page.locator("#notice")).containsText("steht wieder da");
        assertThat(page.getByLabel(NOTE)).hasValue("Halb geschrieben");
        page.reload();
        assertThat(page.locator("#notice")).containsText("steht wieder da");
        assertThat(page.getByLabel(NOTE)).hasValue("Halb geschrieben");

        Page second = page.context().newPage();
        second.navigate(cloud.site + "/intern/?ansicht=liste");
        assertThat(second.locator("h1:visible")).hasText("Vorgänge");
        Page fromMail = page.context().newPage();
        fromMail.navigate(mailedLink());
        assertThat(fromMail.locator("h1:visible")).hasText("Selb (Wunsiedel i. Fichtelgebirge, Bayern)");
        // What another tab has typed stays there.
        assertThat(fromMail.getByLabel(NOTE)).hasValue("");

        form(page).getByText("Verwerfen").click();
        assertThat(page.locator("#notice")).hasText("Verworfen.");
        assertThat(page.getByLabel(NOTE)).hasValue("");
        // Nothing that a script could read opens the session.
        assertThat((String)
                        page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"))
                .doesNotContain("eyJ");
        Cookie cookie = session(page);
        assertThat(cookie.httpOnly && cookie.secure).isTrue();
        assertThat(cookie.path).isEqualTo("/api/session");
        page.context().close();
    }

    @Test
    void aSessionThatEndsWhileSomebodyTypesGoesOnWithoutALetterLost() {
        Page page = desk();
        var ended = new AtomicBoolean(true);
        page.getByLabel(NOTE).fill("Der Bürgermeister ruft morgen zurück.");
        end(page, ended);
        form(page).getByText("Notiz speichern").click();
        Locator dialog = page.locator("dialog");
        assertThat(dialog).containsText("Ihre Anmeldung ist abgelaufen");
        assertThat(dialog.getByText("Neu anmelden")).isFocused();
        browsing.look(page, "anmeldung-abgelaufen");
        page.setViewportSize(390, 900);
        browsing.look(page, "anmeldung-abgelaufen");
        dialog.getByText("Später").click();
        assertThat(page.locator(".error-summary")).containsText("Bitte melden Sie sich neu an");
        assertThat(page.getByLabel(NOTE)).hasValue("Der Bürgermeister ruft morgen zurück.");

        form(page).getByText("Notiz speichern").click();
        Page window = page.context()
                .waitForPage(() -> dialog.getByText("Neu anmelden").click());
        window.locator("input[name=username]").waitFor();
        ended.set(false);
        browsing.password(window, OFFICE);
        assertThat(window.locator("h1:visible")).hasText("Sie sind wieder angemeldet");
        browsing.look(window, "wieder-angemeldet");
        assertThat(page.locator("#notice")).containsText("Die Notiz ist gespeichert.");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Der Bürgermeister ruft morgen zurück.")))
                .hasCount(1);
        assertThat(page.getByLabel(NOTE)).hasValue("");
        assertThat(page.locator(".draft")).hasCount(0);
        browsing.look(page, "anmeldung-erneuert");
        page.context().close();
    }

    @Test
    void signingOutAsksForWhatIsNotSavedInAnyTabEndsAllOfThemAndTheSession() {
        Page page = desk();
        page.getByLabel(NOTE).fill("Noch nicht fertig");
        String session = session(page).value;
        Page second = page.context().newPage();
        second.navigate(cloud.site + "/intern/");
        second.locator("#sign-out").click();
        assertThat(second.locator("dialog")).containsText("Eine Eingabe ist noch nicht gespeichert");
        second.getByText("Angemeldet bleiben").click();
        assertThat(page.getByLabel(NOTE)).hasValue("Noch nicht fertig");
        second.locator("#sign-out").click();
        second.getByText("Abmelden und verwerfen").click();
        assertThat(second.locator("#sign-in")).isVisible();
        assertThat(page.locator("#sign-in")).isVisible();
        assertThat((String) page.evaluate("JSON.stringify({ ...sessionStorage })"))
                .doesNotContain("Noch nicht fertig");
        assertThat(cloud.request("PUT", "/api/session", "{}", "cookie", "session=" + session)
                        .statusCode())
                .as("a copy of the session")
                .isEqualTo(401);
        // Whoever signs in in one tab is signed in in the others.
        browsing.signIn(second, OFFICE);
        assertThat(page.locator("h1:visible")).containsText("Selb");
        page.context().close();
    }

    @Test
    void anotherPersonInTheSameTabNeverSeesWhatWasTyped() {
        Page page = desk();
        page.getByLabel(NOTE).fill("Nur für meine Augen");
        page.context().clearCookies();
        page.reload();
        browsing.signIn(page, LEAD);
        assertThat(page.locator("h1:visible")).containsText("Selb");
        assertThat(page.getByLabel(NOTE)).hasValue("");
        assertThat((String) page.evaluate("JSON.stringify({ ...sessionStorage })"))
                .doesNotContain("meine Augen");
        page.context().close();
    }

    @Test
    void addressMenuAndHeadingAgreeWhateverTheLoadingDoes() {
        Page page = desk();
        var held = new ArrayList<Route>();
        page.route("**/api/staff/tasks", held::add);
        browsing.choose(page, "Aufgaben");
        assertThat(page.locator("#loading")).hasText("Wird geladen …");
        assertThat(page.locator("#view")).hasAttribute("aria-busy", "true");
        agree(page, "Aufgaben", "ansicht=aufgaben");
        browsing.look(page, "schreibtisch-laedt");
        browsing.choose(page, "Mitglieder");
        agree(page, "Mitglieder", "ansicht=mitglieder");
        held.forEach(Route::resume);
        // What came late is not shown; the next view is there when it is answered.
        browsing.choose(page, "Liste");
        assertThat(page.locator("h1:visible")).hasText("Vorgänge");
        page.goBack();
        agree(page, "Mitglieder", "ansicht=mitglieder");
        assertThat(page.locator("#loading")).hasText("");

        page.unroute("**/api/staff/tasks");
        page.route("**/api/staff/tasks", Route::abort);
        browsing.choose(page, "Aufgaben");
        assertThat(page.getByText("Noch einmal versuchen")).isVisible();
        agree(page, "Aufgaben", "ansicht=aufgaben");
        browsing.look(page, "schreibtisch-laedt-nicht");
        page.unroute("**/api/staff/tasks");
        page.getByText("Noch einmal versuchen").click();
        assertThat(page.getByText("Nur meine")).isVisible();
        page.context().close();
    }

    @Test
    void onAPhoneTheNextStepStandsOnTheFirstScreenAndLongAnswersAreFolded() {
        Page page = desk();
        page.setViewportSize(390, 844);
        page.reload();
        Locator step = page.locator("h2", new Page.LocatorOptions().setHasText("Nächster Schritt"));
        assertThat(step).isVisible();
        assertThat(step.boundingBox().y).isLessThan(844);
        assertThat(page.locator("h1:visible").boundingBox().y).isLessThan(150);
        assertThat(page.locator(".answers details").first()).not().hasAttribute("open", "");
        browsing.look(page, "schreibtisch-vorgang");
        page.locator("#menu").click();
        assertThat(page.getByLabel("Überall finden")).isVisible();
        browsing.look(page, "schreibtisch-menue");
        page.keyboard().press("Escape");
        assertThat(page.locator("#menu")).isFocused();
        assertThat(page.locator("#views")).isHidden();
        page.setViewportSize(320, 844);
        browsing.look(page, "schreibtisch-vorgang");
        page.context().close();
    }

    @Test
    void theOfficeFindsEverythingFromOneFieldAndTheBoardSaysWhatWaits() {
        Page page = desk();
        responsible(page).selectOption(OFFICE);
        assertThat(page.locator("#notice")).containsText("Die Zuständigkeit ist gespeichert.");
        find(page, "wunsidel");
        assertThat(page.locator("h1:visible")).hasText("Suche: wunsidel");
        assertThat(found(page, "Vorgänge")).containsText("ähnlich geschrieben");
        assertThat(found(page, "Vorgänge").locator("a").first()).containsText("Selb");
        browsing.look(page, "schreibtisch-suche");
        find(page, "kirchnlamitz");
        assertThat(found(page, "Mitglieder")).containsText("Kirchenlamitz");
        find(page, "leerstand erfasen");
        assertThat(found(page, "Veranstaltungen")).containsText("Leerstand erfassen");
        assertThat(browsing.requests).noneMatch(url -> url.contains("wunsidel"));
        browsing.choose(page, "Tafel");
        Locator card = page.locator(".board li", new Page.LocatorOptions().setHasText("Selb ("))
                .first();
        assertThat(card).containsText("Zuständig: Sie");
        assertThat(card).containsText("seit heute");
        assertThat(card).containsText("0 von 5 Stimmen");
        assertThat(card).containsText("Abstimmung bis");
        browsing.look(page, "schreibtisch-tafel");
        page.setViewportSize(390, 900);
        browsing.look(page, "schreibtisch-tafel");
        page.context().close();
    }

    @Test
    void whoeverChangesWhatAColleagueHasMeanwhileChangedIsAskedFirst() {
        Page page = desk();
        page.getByText("Neue Aufgabe").click();
        page.locator("#f-task-text").fill("Im Rathaus anrufen");
        page.locator("#f-task-due").fill("2027-01-08");
        page.getByText("Aufgabe anlegen").click();
        assertThat(page.locator("#notice")).hasText("Die Aufgabe ist angelegt.");
        responsible(page).selectOption("niemand");
        assertThat(page.locator("#notice")).hasText("Niemand ist mehr zuständig.");
        Page second = desk(LEAD);
        Locator mine = page.getByLabel("Fällig am: Im Rathaus anrufen");
        Locator theirs = second.getByLabel("Fällig am: Im Rathaus anrufen");
        theirs.fill("2027-02-01");
        assertThat(theirs).hasValue("2027-02-01");
        assertThat(second.locator("dialog")).hasCount(0);
        page.getByLabel("Zuständig für: Im Rathaus anrufen").selectOption(OFFICE);
        assertThat(page.locator("dialog")).containsText("Die Aufgabe wurde inzwischen geändert");
        assertThat(page.locator("dialog"))
                .containsText("Gespeichert ist jetzt: offen, fällig am 01.02.2027, zuständig niemand.");
        assertThat(page.locator("dialog")).containsText("Sie wollten: offen, fällig am 01.02.2027, zuständig Sie.");
        browsing.look(page, "aufgabe-inzwischen-geaendert");
        page.setViewportSize(390, 900);
        browsing.look(page, "aufgabe-inzwischen-geaendert");
        page.locator("dialog").getByText("Meine Änderung speichern").click();
        assertThat(mine).hasValue("2027-02-01");
        assertThat(page.getByLabel("Zuständig für: Im Rathaus anrufen").locator("option:checked"))
                .hasText(OFFICE);

        // Whoever is responsible for the dossier; and who does not want it any more leaves what is there.
        responsible(page).selectOption(OFFICE);
        assertThat(page.locator("#notice")).containsText("Die Zuständigkeit ist gespeichert.");
        responsible(second).selectOption(LEAD);
        assertThat(second.locator("dialog")).containsText("Gespeichert ist jetzt: " + OFFICE);
        second.locator("dialog").getByText("Abbrechen").click();
        assertThat(second.locator("#notice")).hasText("Es bleibt, wie es war.");
        assertThat(responsible(second).locator("option:checked")).hasText(OFFICE);
        responsible(page).selectOption("niemand");
        assertThat(page.locator("#notice")).containsText("Niemand ist mehr zuständig.");
        page.getByLabel("Erledigt: Im Rathaus anrufen").click();
        assertThat(page.getByLabel("Wieder öffnen: Im Rathaus anrufen")).isVisible();
        page.context().close();
        second.context().close();
    }

    private static Locator responsible(Page page) {
        return page.getByLabel("Zuständig", new Page.GetByLabelOptions().setExact(true));
    }

    private static void find(Page page, String words) {
        page.getByLabel("Überall finden").fill(words);
        page.getByLabel("Überall finden").press("Enter");
    }

    private static Locator found(Page page, String what) {
        return page.locator(
                "section",
                new Page.LocatorOptions().setHas(page.locator("h2", new Page.LocatorOptions().setHasText(what))));
    }

    private static void agree(Page page, String view, String address) {
        assertThat(page.locator("h1:visible")).hasText(Pattern.compile("^" + view));
        assertThat(page.locator("#views a[aria-current]")).hasText(view);
        assertThat(page).hasURL(Pattern.compile(address + "$"));
    }

    /** As if the session were over: its cookie is gone, and the token is refused. */
    private static void end(Page page, AtomicBoolean ended) {
        page.context().clearCookies();
        page.route("**/api/staff/**", route -> {
            if (ended.get()) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/json")
                        .setBody("{\"message\":\"Unauthorized\"}"));
            } else {
                route.resume();
            }
        });
    }

    private static Cookie session(Page page) {
        return page.context().cookies(List.of(cloud.site + "/api/session")).stream()
                .filter(cookie -> cookie.name.equals("session"))
                .findFirst()
                .orElseThrow();
    }

    private static Locator form(Page page) {
        return page.locator("form[data-prefix='note-']");
    }

    /** The dossier, for somebody of the office in a browser of their own. */
    private static Page desk() {
        return desk(OFFICE);
    }

    private static Page desk(String who) {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/intern/?vorgang=" + applicant.dossier());
        browsing.signIn(page, who);
        assertThat(page.locator("h1:visible")).containsText("Selb");
        return page;
    }

    private static String mailedLink() {
        var text = cloud.awaitMail("geschaeftsstelle@starke-orte.example", "Selb")
                .path("text")
                .asString();
        var link = Pattern.compile("https?://\\S+/intern/\\S+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }
}
