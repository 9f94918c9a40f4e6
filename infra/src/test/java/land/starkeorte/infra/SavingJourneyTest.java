package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is typed is what is stored, checked and sent, whoever else types, reloads, or asks for links. */
class SavingJourneyTest extends OnTheLocalCloud {
    private static final String MOTIVATION = "/antrag/?seite=motivation";

    @Test
    void whatIsCheckedIsWhatIsSentAlsoWithoutSavingIt() {
        var applicant = Applicant.begin(cloud, "12060020", "a1@gemeinde.example");
        Page page = open(applicant, MOTIVATION);
        motivation(page).fill("Geändert und nicht gespeichert.");
        follow(page, "Zur Übersicht");
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
        assertThat(stored(applicant)).isEqualTo("Geändert und nicht gespeichert.");

        page.goBack();
        motivation(page).fill("Noch einmal geändert.");
        page.goForward();
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
        follow(page, "Antworten prüfen");
        assertThat(page.locator("[data-page=pruefen]")).containsText("Noch einmal geändert.");
        assertThat(stored(applicant)).isEqualTo("Noch einmal geändert.");

        page.getByLabel("Ich spreche für diese Kommune").check();
        page.getByText("Antrag senden").click();
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag ist angekommen");
        assertThat(page.locator("[data-page=danke]")).containsText("Noch einmal geändert.");
        assertThat(stored(applicant)).isEqualTo("Noch einmal geändert.");

        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?vorgang=" + applicant.dossier());
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator("#view")).containsText("Noch einmal geändert.");
        Page founder = browsing.open(1280);
        founder.navigate(cloud.site + "/intern/");
        browsing.signIn(founder, "herzberg@starke-orte.example");
        founder.getByText("Bernau bei Berlin").first().click();
        assertThat(founder.locator("#view")).containsText("Noch einmal geändert.");
        assertThat(browsing.complaints).isEmpty();
    }

    /** Each person types, reloads and saves; in every order of the six steps. */
    @Test
    void inNoOrderOfTwoPeoplesStepsIsATextOverwrittenUnseen() {
        Page anne = browsing.open(1280);
        Page carl = browsing.open(1280);
        var orders = orders("", 0, 0);
        assertThat(orders).hasSize(20);
        for (String order : orders) {
            var applicant = Applicant.begin(cloud, "12060020", "orders@gemeinde.example");
            at(anne, applicant);
            at(carl, applicant);
            for (int i = 0; i < order.length(); i++) {
                boolean hers = order.charAt(i) == 'a';
                long step = order.substring(0, i)
                        .chars()
                        .filter(c -> c == (hers ? 'a' : 'c'))
                        .count();
                step((int) step, hers ? anne : carl, hers ? "Anne tippt." : "Carl tippt.");
            }
            String first = stored(applicant);
            assertThat(first).as(order).isIn("Anne tippt.", "Carl tippt.");
            Page later = first.startsWith("Anne") ? carl : anne;
            for (String when : List.of(order, order + ", reloaded")) {
                assertThatCode(() -> bothTextsAreShown(later)).as(when).doesNotThrowAnyException();
                later.reload();
            }
            assertThat(stored(applicant)).as(order).isEqualTo(first);
        }
    }

    private static void bothTextsAreShown(Page page) {
        assertThat(page.locator("h1:visible")).hasText("Jemand anderes hat inzwischen gespeichert");
        assertThat(page.locator("[data-difference]")).containsText("Anne tippt.");
        assertThat(page.locator("[data-difference]")).containsText("Carl tippt.");
    }

    private static List<String> orders(String before, int hers, int his) {
        var orders = new ArrayList<String>();
        if (hers < 3) {
            orders.addAll(orders(before + "a", hers + 1, his));
        }
        if (his < 3) {
            orders.addAll(orders(before + "c", hers, his + 1));
        }
        return hers == 3 && his == 3 ? List.of(before) : orders;
    }

    private static void step(int step, Page page, String text) {
        boolean decides = page.locator("[data-page=konflikt]:not([hidden])").count() > 0;
        switch (step) {
            case 0 -> motivation(page).fill(text);
            case 1 -> {
                page.reload();
                assertThat(page.locator("h1:visible")).isVisible();
            }
            default -> {
                if (!decides) {
                    page.locator("[data-page=motivation] .button").click();
                    assertThat(page.locator("h1:visible")).not().hasText("Warum möchten Sie mitmachen?");
                }
            }
        }
    }

    @Test
    void whoeverDecidesSavesOverWhatWasShownAndNothingElse() {
        var applicant = Applicant.begin(cloud, "12060020", "decides@gemeinde.example");
        Page anne = open(applicant, MOTIVATION);
        motivation(anne).fill("Anne tippt.");
        Page carl = open(applicant, MOTIVATION);
        motivation(carl).fill("Carl tippt.");
        save(carl);
        save(anne);
        assertThat(anne.locator("[data-difference]")).containsText("Carl tippt.");
        browsing.look(anne, "antrag-konflikt-abschnitt");
        at(carl, applicant);
        motivation(carl).fill("Carl tippt noch einmal.");
        save(carl);
        anne.getByText("Meine Fassung speichern").click();
        assertThat(anne.locator("[data-difference]")).containsText("Carl tippt noch einmal.");
        assertThat(stored(applicant)).isEqualTo("Carl tippt noch einmal.");
        anne.getByText("Meine Fassung speichern").click();
        assertThat(anne.locator("h1:visible")).hasText("Ihr Antrag");
        assertThat(stored(applicant)).isEqualTo("Anne tippt.");
    }

    @Test
    void differentSectionsOfTwoPeopleAreBothSaved() {
        var applicant = Applicant.begin(cloud, "12060020", "sections@gemeinde.example");
        Page anne = open(applicant, MOTIVATION);
        motivation(anne).fill("Anne tippt.");
        Page carl = open(applicant, "/antrag/?seite=attitude");
        carl.getByLabel("Haltung").fill("Carl tippt.");
        follow(carl, "Zur Übersicht");
        assertThat(carl.locator("h1:visible")).hasText("Ihr Antrag");
        follow(anne, "Zur Übersicht");
        assertThat(anne.locator("h1:visible")).hasText("Ihr Antrag");
        assertThat(stored(applicant)).isEqualTo("Anne tippt.");
        assertThat(applicant.stored(cloud).at("/answers/attitude").asString()).isEqualTo("Carl tippt.");
    }

    @Test
    void beforeThereIsADraftNothingIsCalledSavedOrComplete() {
        Page page = browsing.open(390);
        for (String name : List.of("uebersicht", "pruefen", "motivation")) {
            page.navigate(cloud.site + "/antrag/?seite=" + name);
            assertThat(page.locator("h1:visible")).hasText("Wer ist für uns ansprechbar?");
        }
        page.getByLabel("Vor- und Nachname").first().fill("Otto Klein");
        follow(page, "Zur Übersicht");
        assertThat(page.locator("h1:visible")).hasText("Wer ist für uns ansprechbar?");
        assertThat(page.locator("#notice")).containsText("speichern Sie zuerst eine Ansprechperson");
        assertThat(page.getByLabel("Vor- und Nachname").first()).hasValue("Otto Klein");
    }

    @Test
    void aStrangerWhoAsksForLinksShutsNobodyOut() {
        String mail = "a3@gemeinde.example";
        var applicant = Applicant.begin(cloud, "12060020", mail);
        Page page = open(applicant, MOTIVATION);
        motivation(page).fill("Mitten im Satz");
        cloud.post("/api/links", "{\"mail\":\"" + mail + "\"}", "altcha", Applicant.proof(cloud));
        cloud.awaitMail(mail, "neuer Link");
        save(page);
        assertThat(stored(applicant)).isEqualTo("Mitten im Satz");
    }

    @Test
    void aSessionThatEndsTakesNothingAwayAndANewLinkGoesOnInTheSameTab() {
        String mail = "ends@gemeinde.example";
        Page page = typedAfterTheSessionHasEnded(mail, "Vor dem Ende getippt.");
        assertThat(motivation(page)).hasValue("Vor dem Ende getippt.");
        browsing.look(page, "antrag-abgemeldet-beim-tippen");
        page.reload();
        assertThat(page.locator("h1:visible")).hasText("Sie sind hier nicht mehr angemeldet");
        browsing.look(page, "antrag-abgemeldet");

        browsing.enter(page, link(mail, "Weiterschreiben"));
        page.navigate(cloud.site + MOTIVATION);
        assertThat(motivation(page)).hasValue("Vor dem Ende getippt.");
        save(page);
        Page other = browsing.open(1280);
        cloud.post("/api/links", "{\"mail\":\"" + mail + "\"}", "altcha", Applicant.proof(cloud));
        browsing.enter(other, link(mail, "neuer Link"));
        other.navigate(cloud.site + MOTIVATION);
        assertThat(motivation(other)).hasValue("Vor dem Ende getippt.");
    }

    @Test
    void aLinkOpenedInAnotherTabOfTheBrowserGoesOnInThisOne() {
        String mail = "tabs@gemeinde.example";
        Page page = typedAfterTheSessionHasEnded(mail, "Im ersten Fenster getippt.");
        Page second = page.context().newPage();
        browsing.enter(second, link(mail, "Weiterschreiben"));
        assertThat(page.locator(".error-summary")).hasCount(0);
        assertThat(motivation(page)).hasValue("Im ersten Fenster getippt.");
        save(page);
        Page third = page.context().newPage();
        third.navigate(cloud.site + "/antrag/");
        assertThat(third.locator("h1:visible")).hasText("Ihr Antrag");
        third.navigate(cloud.site + MOTIVATION);
        assertThat(motivation(third)).hasValue("Im ersten Fenster getippt.");
    }

    private Page typedAfterTheSessionHasEnded(String mail, String text) {
        var applicant = Applicant.begin(cloud, "12060020", mail);
        Page page = open(applicant, MOTIVATION);
        cloud.request(
                "DELETE",
                "/api/dossiers/" + applicant.dossier() + "/sessions/own",
                "",
                "authorization",
                "Bearer " + applicant.secret());
        motivation(page).fill(text);
        save(page);
        assertThat(page.locator(".error-summary")).containsText("nicht mehr angemeldet");
        return page;
    }

    @Test
    void onceThereIsADraftTypingIsSavedByItselfOneSaveAtATime() {
        var applicant = Applicant.begin(cloud, "12060020", "auto@gemeinde.example");
        Page page = browsing.open(1280);
        page.clock().install();
        browsing.comeBack(page, cloud.site, applicant);
        page.navigate(cloud.site + MOTIVATION);
        assertThat(page.locator("h1:visible")).hasText("Warum möchten Sie mitmachen?");
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        page.onRequest(request -> {
            if (request.method().equals("PUT")) {
                most.accumulateAndGet(under.incrementAndGet(), Math::max);
            }
        });
        page.onRequestFinished(request -> under.addAndGet(request.method().equals("PUT") ? -1 : 0));
        for (String text : List.of("Ein", "Ein Satz", "Ein Satz, der wächst.")) {
            motivation(page).fill(text);
            page.clock().runFor(4100);
            assertThat(page.locator("[data-saved]")).hasText(Pattern.compile("Gespeichert um \\d\\d:\\d\\d"));
            LocalCloud.await(() -> stored(applicant), text::equals, "the text to be saved by itself");
        }
        assertThat(most.get()).isEqualTo(1);
        browsing.look(page, "antrag-gespeichert");

        page.navigate(cloud.site + "/antrag/?seite=contacts");
        page.getByLabel("Vor- und Nachname").first().fill("Otto");
        page.clock().runFor(20_000);
        assertThat(applicant.stored(cloud).at("/answers/contacts/0/name").asString())
                .isEqualTo("Änne Groß");
    }

    @Test
    void whatIsTypedInTheLastMomentIsSavedWhenTheTabIsClosed() {
        var applicant = Applicant.begin(cloud, "12060020", "closed@gemeinde.example");
        Page page = open(applicant, MOTIVATION);
        motivation(page).fill("Kurz vor Feierabend.");
        page.navigate(cloud.site + "/impressum/");
        LocalCloud.await(
                () -> stored(applicant), "Kurz vor Feierabend."::equals, "the text to be saved when the page is left");
    }

    @Test
    void aRememberedComputerIsInAgainWithoutALinkAndCanSignOut() {
        String mail = "remember@gemeinde.example";
        Applicant.begin(cloud, "12060020", mail);
        Page page = browsing.open(390);
        page.navigate(link(mail, "Weiterschreiben"));
        page.getByLabel("Auf diesem Rechner angemeldet bleiben").check();
        page.locator("#open .button").click();
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
        Page later = page.context().newPage();
        page.close();
        later.navigate(cloud.site + "/antrag/");
        assertThat(later.locator("h1:visible")).hasText("Ihr Antrag");
        later.getByText("In diesem Browser abmelden").click();
        later.waitForURL(cloud.site + "/");
        later.navigate(cloud.site + "/antrag/");
        assertThat(later.locator("h1:visible")).hasText("Antrag auf Mitgliedschaft");
    }

    private Page open(Applicant applicant, String address) {
        Page page = browsing.open(1280);
        browsing.comeBack(page, cloud.site, applicant);
        page.navigate(cloud.site + address);
        assertThat(page.locator("h1:visible")).isVisible();
        return page;
    }

    private static void at(Page page, Applicant applicant) {
        browsing.comeBack(page, cloud.site, applicant);
        page.navigate(cloud.site + MOTIVATION);
        assertThat(page.locator("h1:visible")).hasText("Warum möchten Sie mitmachen?");
    }

    private static Locator motivation(Page page) {
        return page.getByLabel("Motivation").locator("visible=true");
    }

    private static void save(Page page) {
        page.locator("[data-page=motivation] button.button:not([type=button])").click();
        assertThat(page.locator("[data-page=motivation] button.button:not([type=button])"))
                .not()
                .hasAttribute("aria-disabled", "true");
    }

    private static void follow(Page page, String link) {
        page.locator("[data-page]:not([hidden]) a", new Page.LocatorOptions().setHasText(link))
                .click();
    }

    private static String stored(Applicant applicant) {
        return applicant.stored(cloud).at("/answers/motivation").asString();
    }

    private static String link(String mail, String about) {
        var link = Pattern.compile("http\\S+/zugang/\\S+")
                .matcher(cloud.awaitMail(mail, about).path("text").asString());
        if (!link.find()) {
            throw new AssertionError("No link in the mail about " + about);
        }
        return link.group();
    }
}
