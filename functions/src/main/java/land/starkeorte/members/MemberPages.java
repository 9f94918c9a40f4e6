package land.starkeorte.members;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import land.starkeorte.documents.MemberFolder;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.platform.Json;
import land.starkeorte.site.MemberMap;
import land.starkeorte.site.PublicMember;
import land.starkeorte.site.SiteBuild;
import land.starkeorte.site.SiteSection;

/** The members' pages, lists, map and feed, and the start page, which shows the map. */
final class MemberPages implements SiteSection {
    private static final String PICTURES = "mitglieder/bilder/";
    private static final Pattern PICTURE = Pattern.compile(PICTURES + "([0-9a-f]{32})-(\\d+)x(\\d+)\\.jpg");

    private final Members members;
    private final String siteUrl;
    private final Clock clock;

    MemberPages(Members members, String siteUrl, Clock clock) {
        this.members = members;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    @Override
    public void publish(SiteBuild into) {
        var all = showings(into);
        var map = MemberMap.of(all);
        into.page("index.html", "start", Map.of("map", map));
        into.folder(
                "mitglieder", "mitglieder", Map.of("laender", byLand(all), "topics", byTopic(all), "site", siteUrl));
        all.forEach(
                member -> into.folder("mitglieder/" + member.ags(), "mitglied", Map.of("member", member, "map", map)));
        into.xml("mitglieder/atom.xml", "application/atom+xml", "feed", feed(all));
        into.folder("karte", "karte", Map.of("laender", byLand(all)));
        into.file("karte/orte.geo.json", "application/geo+json", geoJson(all));
    }

    private List<PublicMember> showings(SiteBuild into) {
        Map<String, ProfilePublication> listings =
                members.listings().stream().collect(Collectors.toMap(ProfilePublication::ags, listing -> listing));
        Map<String, String> pictures = new TreeMap<>();
        into.before().forEach(key -> {
            Matcher picture = PICTURE.matcher(key);
            if (picture.matches()) {
                pictures.put(picture.group(1), key);
            }
        });
        return members.all().stream()
                .filter(member -> !listings.getOrDefault(member.ags(), ProfilePublication.none(member.ags()))
                        .withdrawn())
                .sorted(Comparator.comparing(member -> member.municipality().name()))
                .map(member -> showing(
                        member,
                        listings.getOrDefault(member.ags(), ProfilePublication.none(member.ags())),
                        pictures,
                        into))
                .toList();
    }

    private PublicMember showing(
            Member member, ProfilePublication listing, Map<String, String> pictures, SiteBuild into) {
        Profile profile = listing.published() == null
                ? Profile.EMPTY
                : listing.published().publicly();
        Profile.Contact contact = profile.contact();
        Instant since = member.since();
        Instant updated = Stream.of(listing.publishedAt(), since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
        return new PublicMember(
                member.ags(),
                member.municipality().name(),
                member.municipality().land(),
                member.ambassador(),
                since == null ? "" : GermanFormat.day(GermanFormat.dayOf(since)),
                paragraphs(profile.text()),
                profile.website(),
                Topic.words(profile.topics()),
                profile.projects().stream()
                        .map(project -> new PublicMember.Project(project.title(), paragraphs(project.text())))
                        .toList(),
                Stream.of(contact.name(), contact.office(), contact.phone())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                contact.mail(),
                profile.pictures().stream()
                        .flatMap(picture -> image(member, picture, pictures, into).stream())
                        .toList(),
                updated);
    }

    /** Drawn once; its size stands in its name, so that the next run need not look. Without one that fails the page is made. */
    private Optional<PublicMember.Image> image(
            Member member, Profile.Picture picture, Map<String, String> pictures, SiteBuild into) {
        if (!pictures.containsKey(picture.id())) {
            into.attempt(
                    "picture " + picture.id(),
                    () -> into.picture(MemberFolder.key(member.ags(), picture.id()))
                            .map(Pictures::draw)
                            .ifPresent(drawn -> {
                                String key =
                                        PICTURES + picture.id() + "-" + drawn.width() + "x" + drawn.height() + ".jpg";
                                into.file(key, "image/jpeg", drawn.jpeg());
                                pictures.put(picture.id(), key);
                            }));
        }
        String key = pictures.getOrDefault(picture.id(), "");
        Matcher named = PICTURE.matcher(key);
        if (!named.matches()) {
            return Optional.empty();
        }
        into.keep(key);
        return Optional.of(new PublicMember.Image(
                "/" + key, picture.alt(), Integer.parseInt(named.group(2)), Integer.parseInt(named.group(3))));
    }

    private static Map<String, List<PublicMember>> byLand(List<PublicMember> all) {
        return all.stream().collect(Collectors.groupingBy(PublicMember::land, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, List<PublicMember>> byTopic(List<PublicMember> all) {
        var topics = new LinkedHashMap<String, List<PublicMember>>();
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
    private Map<String, Object> feed(List<PublicMember> all) {
        var latest = new ArrayList<>(all);
        latest.sort(Comparator.comparing(PublicMember::updated).reversed());
        Instant updated = latest.isEmpty() ? clock.instant() : latest.getFirst().updated();
        return Map.of("members", latest, "site", siteUrl, "updated", updated.toString());
    }

    /** RFC 7946: longitude first. */
    private static byte[] geoJson(List<PublicMember> all) {
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
}
