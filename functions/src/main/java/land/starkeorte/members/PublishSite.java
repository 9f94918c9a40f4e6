package land.starkeorte.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import land.starkeorte.documents.MemberFolder;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Json;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.site.MemberMap;
import land.starkeorte.site.Showing;
import land.starkeorte.site.SitePages;

/**
 * Makes everything about members that everybody may see, from what they made public and nothing else; what is not public any
 * more is gone after one run. Started by the table's stream and by a schedule, it makes the same each time, and writes what
 * has changed.
 */
final class PublishSite implements LambdaFunction {
    /** Short, because what was withdrawn must be gone from everywhere. */
    private static final String CACHE = "public, max-age=60";

    private static final String PICTURES = "mitglieder/bilder/";
    private static final Pattern PICTURE = Pattern.compile(PICTURES + "([0-9a-f]{32})-(\\d+)x(\\d+)\\.jpg");

    private final DynamoMembers members;
    private final Showcase showcase;
    private final String siteUrl;
    private final SitePages pages = new SitePages();
    private final Clock clock;

    PublishSite(DynamoMembers members, Showcase showcase, String siteUrl, Clock clock) {
        this.members = members;
        this.showcase = showcase;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream event) {
        var shown = new TreeMap<>(showcase.shown());
        var kept = new HashSet<String>();
        var all = showings(shown, kept);
        files(all).forEach((key, file) -> {
            kept.add(key);
            if (!fingerprint(file.content()).equals(shown.get(key))) {
                showcase.show(key, file.type(), CACHE, file.content());
            }
        });
        shown.keySet().stream().filter(key -> !kept.contains(key)).forEach(showcase::remove);
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        var nobody = new Showing(
                "12073008",
                "Ort",
                "Land",
                false,
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Instant.EPOCH);
        var _ = files(List.of(nobody));
        var _ = members.all();
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
    private record Page(String type, byte[] content) {}

    private List<Showing> showings(Map<String, String> shown, Set<String> kept) {
        Map<String, Listing> listings =
                members.listings().stream().collect(Collectors.toMap(Listing::ags, listing -> listing));
        Map<String, String> pictures = new TreeMap<>();
        shown.keySet().forEach(key -> {
            Matcher picture = PICTURE.matcher(key);
            if (picture.matches()) {
                pictures.put(picture.group(1), key);
            }
        });
        return members.all().stream()
                .filter(member -> !listings.getOrDefault(member.ags(), Listing.none(member.ags()))
                        .withdrawn())
                .sorted(Comparator.comparing(member -> member.municipality().name()))
                .map(member -> showing(
                        member, listings.getOrDefault(member.ags(), Listing.none(member.ags())), pictures, kept))
                .toList();
    }

    private Showing showing(Member member, Listing listing, Map<String, String> pictures, Set<String> kept) {
        Profile profile = listing.published() == null
                ? Profile.EMPTY
                : listing.published().publicly();
        Profile.Contact contact = profile.contact();
        Instant since = member.since();
        Instant updated = Stream.of(listing.publishedAt(), since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
        return new Showing(
                member.ags(),
                member.municipality().name(),
                member.municipality().land(),
                member.ambassador(),
                since == null ? "" : German.day(German.dayOf(since)),
                paragraphs(profile.text()),
                profile.website(),
                Topic.words(profile.topics()),
                profile.projects().stream()
                        .map(project -> new Showing.Project(project.title(), paragraphs(project.text())))
                        .toList(),
                Stream.of(contact.name(), contact.office(), contact.phone())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                contact.mail(),
                profile.pictures().stream()
                        .flatMap(picture -> image(member, picture, pictures, kept).stream())
                        .toList(),
                updated);
    }

    /** Drawn once; its size stands in its name, so that the next run need not look. */
    private Optional<Showing.Image> image(
            Member member, Profile.Picture picture, Map<String, String> pictures, Set<String> kept) {
        String key = pictures.get(picture.id());
        if (key == null) {
            var drawn = showcase.picture(MemberFolder.key(member.ags(), picture.id()))
                    .flatMap(Pictures::draw);
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            key = PICTURES + picture.id() + "-" + drawn.get().width() + "x"
                    + drawn.get().height() + ".jpg";
            showcase.show(key, "image/jpeg", CACHE, drawn.get().jpeg());
        }
        kept.add(key);
        Matcher named = PICTURE.matcher(key);
        if (!named.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Showing.Image(
                "/" + key, picture.alt(), Integer.parseInt(named.group(2)), Integer.parseInt(named.group(3))));
    }

    private Map<String, Page> files(List<Showing> all) {
        var files = new LinkedHashMap<String, Page>();
        var map = MemberMap.of(all);
        files.put("index.html", html("start", Map.of("map", map)));
        folder(
                files,
                "mitglieder",
                html("mitglieder", Map.of("laender", byLand(all), "topics", byTopic(all), "site", siteUrl)));
        all.forEach(member ->
                folder(files, "mitglieder/" + member.ags(), html("mitglied", Map.of("member", member, "map", map))));
        files.put(
                "mitglieder/atom.xml",
                new Page("application/atom+xml; charset=utf-8", feed(all).getBytes(UTF_8)));
        folder(files, "karte", html("karte", Map.of("laender", byLand(all))));
        files.put("karte/orte.geo.json", new Page("application/geo+json", geoJson(all)));
        return files;
    }

    private Page html(String page, Map<String, Object> parameters) {
        return new Page(
                "text/html; charset=utf-8", pages.write(page, parameters).getBytes(UTF_8));
    }

    /** A folder's page is kept under the folder's own address, with and without a slash. */
    private static void folder(Map<String, Page> files, String folder, Page page) {
        files.put(folder, page);
        files.put(folder + "/", page);
    }

    private static Map<String, List<Showing>> byLand(List<Showing> all) {
        return all.stream().collect(Collectors.groupingBy(Showing::land, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, List<Showing>> byTopic(List<Showing> all) {
        var topics = new LinkedHashMap<String, List<Showing>>();
        Arrays.stream(Topic.values()).forEach(topic -> {
            var about = all.stream()
                    .filter(member -> member.topics().contains(topic.words))
                    .toList();
            if (!about.isEmpty()) {
                topics.put(topic.words, about);
            }
        });
        return topics;
    }

    /** RFC 4287. */
    private String feed(List<Showing> all) {
        var latest = new ArrayList<>(all);
        latest.sort(Comparator.comparing(Showing::updated).reversed());
        Instant updated = latest.isEmpty() ? clock.instant() : latest.getFirst().updated();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + pages.write("feed", Map.of("members", latest, "site", siteUrl, "updated", updated.toString()));
    }

    /** RFC 7946: longitude first. */
    private static byte[] geoJson(List<Showing> all) {
        var collection = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        all.forEach(member -> Municipalities.place(member.ags()).ifPresent(place -> {
            var feature = features.addObject().put("type", "Feature").put("id", member.ags());
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(place.east())
                    .add(place.north());
            feature.putObject("properties")
                    .put("name", member.name())
                    .put("land", member.land())
                    .put("role", member.role())
                    .put("path", member.path());
        }));
        return Json.MAPPER.writeValueAsBytes(collection);
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** As S3 calls it: ETag, which is MD5 for what is put in one piece. */
    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
