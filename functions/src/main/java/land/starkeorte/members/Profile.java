package land.starkeorte.members;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.forms.FormReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a municipality tells about itself.
 *
 * @param topics names of {@link Topic}s
 * @param membersOnly names of the parts that the public does not see
 */
record Profile(
        String text,
        String website,
        List<String> topics,
        List<Project> projects,
        Contact contact,
        List<Picture> pictures,
        List<String> membersOnly) {
    private static final int MOST_PICTURES = 5;
    private static final int MOST_PROJECTS = 6;

    /** The parts whose visibility is chosen. */
    static final List<String> PARTS = List.of("text", "website", "topics", "projects", "contact", "pictures");

    static final Profile EMPTY =
            new Profile("", "", List.of(), List.of(), new Contact("", "", "", ""), List.of(), List.of("contact"));

    Profile {
        topics = List.copyOf(topics);
        projects = List.copyOf(projects);
        pictures = List.copyOf(pictures);
        membersOnly = List.copyOf(membersOnly);
    }

    record Project(String title, String text) {}

    /** @param office what the person does in the town hall */
    record Contact(String name, String office, String mail, String phone) {
        boolean isEmpty() {
            return name.isEmpty() && mail.isEmpty() && phone.isEmpty();
        }
    }

    /**
     * A picture that was uploaded and checked.
     *
     * @param alt what is to be seen, for those who do not see it
     */
    record Picture(String id, String alt) {}

    /** What of it everybody may see; nothing else may leave. */
    Profile publicly() {
        return new Profile(
                shown("text") ? text : "",
                shown("website") ? website : "",
                shown("topics") ? topics : List.of(),
                shown("projects") ? projects : List.of(),
                shown("contact") ? contact : EMPTY.contact,
                shown("pictures") ? pictures : List.of(),
                List.of());
    }

    private boolean shown(String part) {
        return !membersOnly.contains(part);
    }

    /** Reads a form; a 422 names what to mend. */
    static Profile read(ObjectNode typed) {
        return of(FormReader.read(typed, true, Profile::form));
    }

    private static void form(FormReader form) {
        form.number("version", 0, Integer.MAX_VALUE, "Laden Sie die Seite neu.");
        form.text("text", 3000, "Schreiben Sie ein paar Sätze über Ihre Kommune.");
        form.optionalWeb("website", 300);
        form.group("topics", topics -> Arrays.stream(Topic.values()).forEach(topic -> topics.flag(topic.name())));
        form.list("projects", 0, MOST_PROJECTS, "", project -> {
            project.line("title", 150, "Geben Sie dem Vorhaben einen Namen.");
            project.text("text", 1000, "Beschreiben Sie das Vorhaben in ein paar Sätzen.");
        });
        form.group("contact", contact -> {
            contact.optionalLine("name", 150);
            contact.optionalLine("office", 150);
            contact.optionalMail("mail");
            contact.optionalLine("phone", 50);
        });
        form.list("pictures", 0, MOST_PICTURES, "", picture -> {
            String id = picture.line("id", 32, "Laden Sie das Bild hoch.");
            if (!id.isEmpty() && !id.matches("[0-9a-f]{32}")) {
                picture.refuse("id", "Dieses Bild gibt es nicht.");
            }
            picture.line(
                    "alt",
                    300,
                    "Beschreiben Sie, was auf dem Bild zu sehen ist. Wer es nicht sieht, braucht diesen Satz.");
        });
        form.group("membersOnly", parts -> PARTS.forEach(parts::flag));
    }

    private static Profile of(JsonNode form) {
        var projects = new ArrayList<Project>();
        form.path("projects")
                .forEach(project -> projects.add(new Project(
                        project.path("title").asString(""), project.path("text").asString(""))));
        var pictures = new ArrayList<Picture>();
        form.path("pictures")
                .forEach(picture -> pictures.add(new Picture(
                        picture.path("id").asString(""), picture.path("alt").asString(""))));
        JsonNode contact = form.path("contact");
        return new Profile(
                form.path("text").asString(""),
                form.path("website").asString(""),
                chosen(Arrays.stream(Topic.values()).map(Topic::name), form.path("topics")),
                projects,
                new Contact(
                        contact.path("name").asString(""),
                        contact.path("office").asString(""),
                        contact.path("mail").asString(""),
                        contact.path("phone").asString("")),
                pictures,
                chosen(PARTS.stream(), form.path("membersOnly")));
    }

    private static List<String> chosen(Stream<String> names, JsonNode flags) {
        return names.filter(name -> flags.path(name).asBoolean(false)).toList();
    }
}
