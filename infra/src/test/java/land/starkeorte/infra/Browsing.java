package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import land.starkeorte.platform.Clocks;

/** Debian's Chromium, and what every page must stand up to. */
final class Browsing implements AutoCloseable {
    private static final Path PICTURES = LocalCloud.ROOT.resolve("infra/target/pictures");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium-headless-shell")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    static {
        // A function's first call takes seconds on a busy machine.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    final List<String> complaints = new ArrayList<>();
    final List<String> requests = new ArrayList<>();

    /** A window of its own, without anything remembered. */
    Page open(int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("de-DE"));
        context.setDefaultTimeout(30_000);
        context.addInitScript("""
                const ahead = %d, Real = Date;
                if (ahead) globalThis.Date = class extends Real {
                  constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
                  static now() { return Real.now() + ahead; }
                };""".formatted(-Clocks.real(Instant.EPOCH).toEpochMilli()));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> requests.add(request.url()));
        return page;
    }

    /** Uses a mailed link: the visit alone does nothing. */
    void enter(Page page, String link) {
        page.navigate(link);
        page.locator("#open .button").click();
        page.waitForURL(url -> !url.contains("/zugang/"));
    }

    /** In the browser in which this application was begun. */
    void comeBack(Page page, String site, Applicant applicant) {
        page.navigate(site + "/impressum/");
        page.evaluate(
                "session => { sessionStorage.clear(); sessionStorage.setItem('zugang', JSON.stringify(session)); }",
                Map.of("id", applicant.dossier(), "secret", applicant.secret()));
        page.navigate(site + "/vorgang/");
    }

    /** Signs in at the local cloud's own page, by password; whoever is signed in already stays it. */
    void signIn(Page page, String mail) {
        page.locator("#sign-in:visible, #view h1:visible").first().waitFor();
        if (page.locator("#sign-in").isVisible()) {
            page.locator("#sign-in").click();
            password(page, mail);
        }
    }

    /** The same, at the sign-in page. */
    void password(Page page, String mail) {
        page.locator("input[name=username]").fill(mail);
        page.locator("[type=submit]").first().click();
        page.locator("[value=PASSWORD]").click();
        page.locator("input[name=password]").fill("Leerstand-beleben-2026");
        page.locator("[type=submit]").first().click();
        page.waitForURL(url -> url.contains("/intern/"));
    }

    /** Another view of the office, by its menu, which a narrow window folds. */
    void choose(Page page, String view) {
        if (page.locator("#menu").isVisible()) {
            page.locator("#menu").click();
        }
        page.locator("#views a:visible", new Page.LocatorOptions().setHasText(view))
                .click();
    }

    /** axe finds nothing, and nothing is cut off at the side. */
    void look(Page page, String name) {
        fits(page, name);
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(found).as("axe on " + name).isEmpty();
    }

    /** Nothing is cut off at the side; and a picture is left for whoever wants to look. */
    void fits(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + page.viewportSize().width + ".png")));
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("cut off at the side of " + name).isZero();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
