package land.starkeorte.infra.live;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Java sources from the templates of pages, mails and papers, as the build makes them: functions/pom.xml says of what. */
final class Templates {
    private record Folder(Path source, ContentType type, String packageName) {}

    private final Path generated;
    private final List<Folder> folders;

    Templates(Path root, Path generated) throws IOException {
        this.generated = generated;
        this.folders = folders(root.resolve("functions"));
    }

    /** Every source by its place. */
    Map<String, String> generate() throws IOException, Broken {
        Folders.empty(generated);
        try {
            for (Folder folder : folders) {
                TemplateEngine.create(
                                new DirectoryCodeResolver(folder.source()),
                                generated,
                                folder.type(),
                                null,
                                folder.packageName())
                        .generateAll();
            }
        } catch (TemplateException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        }
        var sources = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(generated)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.put(generated.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    /** Where the templates lie that sources at this place are made of. */
    Path folder(Path source) {
        String packageName = String.valueOf(source.getParent()).replace('/', '.');
        return folders.stream()
                .filter(folder -> packageName.startsWith(folder.packageName()))
                .findFirst()
                .orElseThrow()
                .source();
    }

    /** Template and line that a line of a generated source was made of, by what jte notes at its head. */
    static String place(List<String> source, int line) {
        String name = "", at = "";
        for (String text : source) {
            if (text.contains(" JTE_NAME = ")) {
                name = text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
            } else if (text.contains(" JTE_LINE_INFO = ")) {
                String[] lines =
                        text.substring(text.indexOf('{') + 1, text.indexOf('}')).split(",", -1);
                at = line <= lines.length ? ":" + (Integer.parseInt(lines[line - 1].strip()) + 1) : "";
            }
        }
        return name + at;
    }

    private static List<Folder> folders(Path functions) throws IOException {
        try {
            var pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(functions.resolve("pom.xml").toFile());
            var types = pom.getElementsByTagName("contentType");
            var found = new ArrayList<Folder>();
            for (int i = 0; i < types.getLength(); i++) {
                var configuration = (Element) types.item(i).getParentNode();
                String source =
                        text(configuration, "sourceDirectory").replace("${project.basedir}", functions.toString());
                found.add(new Folder(
                        Path.of(source).normalize(),
                        ContentType.valueOf(text(configuration, "contentType")),
                        text(configuration, "packageName")));
            }
            return found;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("functions/pom.xml cannot be read", e);
        }
    }

    private static String text(Element configuration, String name) {
        return configuration.getElementsByTagName(name).item(0).getTextContent();
    }
}
