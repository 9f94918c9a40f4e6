package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the site: accessible, valid, light, complete without JavaScript, and talking to nobody else. */
@Order(Integer.MAX_VALUE)
class PagesTest extends OnTheLocalCloud {
    private static final Path SITE = LocalCloud.ROOT.resolve("infra/target/site");

    /** Made by the function that publishes members. */
    private static final List<String> PUBLISHED = List.of(
            "/",
            "/mitglieder/",
            "/mitglieder/12073008/",
            "/karte/",
            "/veranstaltungen/",
            "/veranstaltungen/gespraech-acdefghj/");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return Stream.concat(
                            files.filter(file -> file.endsWith("index.html"))
                                    .map(file -> "/" + SITE.relativize(file.getParent()) + "/"),
                            PUBLISHED.stream())
                    .sorted()
                    .toList();
        }
    }

    private static String html(String address) {
        var answer = cloud.read(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAccessibleAndFitsEveryWidth(String address) {
        String name =
                address.equals("/") ? "start" : address.replaceAll("^/|/$", "").replace('/', '-');
        for (int width : new int[] {320, 390, 1280}) {
            Page page = browsing.open(width);
            page.navigate(cloud.site + address);
            // Some pages show themselves by script.
            page.locator("h1:visible").first().waitFor();
            if (Boolean.getBoolean("nightly") || width == (address.hashCode() % 2 == 0 ? 390 : 1280)) {
                browsing.look(page, name);
            } else {
                browsing.fits(page, name);
            }
            page.context().close();
        }
        assertThat(browsing.complaints).isEmpty();
        assertThat(browsing.requests).allMatch(url -> url.startsWith(cloud.site));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsValidHtml(String address) throws Exception {
        String html = html(address);
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        String messages = validator.validate(
                new java.io.ByteArrayInputStream(html.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(messages.lines().filter(line -> line.contains("error")).toList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoScriptAndNoStyleInsideAndIsReadableWithoutJavaScript(String address) throws IOException {
        String html = html(address);
        assertThat(html)
                .doesNotContainPattern("<script(?![^>]*src=)(?! type=\"application/ld\\+json\")")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(html).contains("<h1");
        if (html.contains(" src=\"/js/")) {
            assertThat(html).contains("<noscript>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/antrag/"})
    void theFirstViewWeighsAtMost60KilobytesWithAtMostTenOfJavaScript(String address) throws IOException {
        var seen = new ArrayList<String>();
        Page page = browsing.open(1280);
        page.onResponse((Response response) -> seen.add(response.url().replace(cloud.site, "")));
        page.navigate(cloud.site + address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int all = 0;
        int script = 0;
        for (String part : seen) {
            Path file = SITE.resolve(part.endsWith("/") ? part.substring(1) + "index.html" : part.substring(1));
            int weight = weight(
                    part,
                    Files.exists(file) ? Files.readAllBytes(file) : html(part).getBytes(UTF_8));
            all += weight;
            script += part.endsWith(".js") ? weight : 0;
        }
        System.out.printf(
                "First view of %s: %.1f KB gzip, of it JavaScript %.1f KB%n", address, all / 1024.0, script / 1024.0);
        assertThat(all).isLessThanOrEqualTo(60 * 1024);
        assertThat(script).isLessThanOrEqualTo(10 * 1024);
    }

    @Test
    void thePageForWhatIsMissingIsAccessible() {
        Page page = browsing.open(390);
        page.navigate(cloud.site + "/gibt/es/nicht/");
        browsing.look(page, "404");
    }

    @Test
    void whatIsMissingIsA404WithAWayOn() {
        var answer = cloud.read("/gibt/es/nicht/");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Hier steht nichts");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String address : List.of("/", "/api/challenge")) {
            var headers = cloud.read(address).headers();
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        }
    }

    @Test
    void everyInternalLinkLeadsSomewhere() throws IOException {
        var broken = new TreeSet<String>();
        var looked = new TreeSet<String>();
        for (String page : pages()) {
            var links = java.util.regex.Pattern.compile("(?:href|src)=\"(/[^\"]*)\"")
                    .matcher(html(page));
            while (links.find()) {
                String path = links.group(1).replaceAll("[#?].*", "");
                if (looked.add(path) && cloud.read(path).statusCode() != 200) {
                    broken.add(page + " -> " + path);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theMapMayBeShownByAnybodyAndNothingElse() {
        assertThat(cloud.read("/karte/")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("frame-ancestors *", "default-src 'none'")
                .doesNotContain("unsafe");
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/mitglieder/");
        var map = page.frameLocator("iframe");
        assertThat(map.locator("path.place")).hasCount(6);
        map.getByLabel("Lisberg, Bayern, Mitglied").press("Enter");
        page.waitForURL("**/mitglieder/09471154/");
        assertThat(browsing.complaints).isEmpty();
    }

    private static int weight(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".woff2")) {
            return bytes.length;
        }
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.size();
    }
}
