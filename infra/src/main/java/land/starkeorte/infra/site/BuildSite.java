package land.starkeorte.infra.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.questionnaire.Questionnaire;
import land.starkeorte.site.SitePages;

/**
 * Makes the folder that is uploaded: pages from their templates, everything else as it is. The start page and those of members
 * are made by the function that publishes members.
 */
public final class BuildSite {
    /** Template and place of every page. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("mitgliedschaft", "mitgliedschaft/index.html"),
            Map.entry("antrag", "antrag/index.html"),
            Map.entry("link", "antrag/link/index.html"),
            Map.entry("zugang", "zugang/index.html"),
            Map.entry("vorgang", "vorgang/index.html"),
            Map.entry("anmeldung", "anmeldung/index.html"),
            Map.entry("impressum", "impressum/index.html"),
            Map.entry("datenschutz", "datenschutz/index.html"),
            Map.entry("barrierefreiheit", "barrierefreiheit/index.html"),
            Map.entry("leichte-sprache", "leichte-sprache/index.html"),
            Map.entry("quellen", "quellen/index.html"),
            Map.entry("probleme", "probleme/index.html"),
            Map.entry("intern", "intern/index.html"),
            Map.entry("404", "404.html"));

    /** So many digits of an AGS name the Kreis. */
    private static final int DISTRICT = 5;

    private BuildSite() {}

    /** Arguments: the repository's root, and the folder to make. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path site = Path.of(arguments[1]);
        empty(site);
        render(site);
        for (String folder : List.of("css", "js", "fonts", "vendor")) {
            copy(root.resolve("web").resolve(folder), site.resolve(folder));
        }
        copy(root.resolve("web/root"), site);
        Path resources = root.resolve("functions/src/main/resources");
        Files.createDirectories(site.resolve("data"));
        Files.writeString(site.resolve("data/gemeinden.csv"), municipalities(resources.resolve("municipalities.csv")));
        Files.write(
                site.resolve("antrag/alle-fragen.pdf"),
                new PdfPrinter().print("questions", Map.of("form", Questionnaire.ofTheForm())));
        Files.copy(root.resolve("web/data/laender.geo.json"), site.resolve("data/laender.geo.json"));
        Files.createDirectories(site.resolve("api-beschreibung"));
        Files.copy(resources.resolve("openapi.yaml"), site.resolve("api-beschreibung/openapi.yaml"));
    }

    private static void render(Path site) throws IOException {
        var pages = new SitePages();
        for (var page : PAGES.entrySet()) {
            Path file = site.resolve(page.getValue());
            Files.createDirectories(file.getParent());
            Files.writeString(file, pages.write(page.getKey(), Map.of()));
        }
    }

    /**
     * What the picker needs. A line for each Kreis, {@code #key;name;Land}, and under it one for each of its
     * municipalities, {@code rest of the AGS;name;population}: so nothing stands there twice.
     */
    private static String municipalities(Path list) throws IOException {
        var districts = new TreeMap<String, StringBuilder>();
        try (Stream<String> lines = Files.lines(list, UTF_8)) {
            lines.skip(1).sorted().map(line -> line.split(";", -1)).forEach(columns -> {
                String key = columns[0].substring(0, DISTRICT);
                districts
                        .computeIfAbsent(
                                key,
                                _ -> new StringBuilder("#"
                                        + String.join(
                                                ";",
                                                key,
                                                columns[3],
                                                Municipalities.named(columns[0]).land())))
                        .append('\n')
                        .append(String.join(";", columns[0].substring(DISTRICT), columns[1], columns[7]));
            });
        }
        return String.join("\n", districts.values());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder))
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
