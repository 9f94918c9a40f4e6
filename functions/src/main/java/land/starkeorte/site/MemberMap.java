package land.starkeorte.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/** The map of the start page: outlines of the Länder and a dot for each member, in the units of one SVG. */
public record MemberMap(List<String> outlines, List<Place> places) {
    /** Width and height of the drawing. */
    public static final int WIDTH = 400;

    public static final int HEIGHT = 540;

    private static final String LAENDER = "/laender.geo.json";

    /** Between a dot and its name. */
    private static final double GAP = 11;

    /** As wide as a letter of the map's labels is, and a little more. */
    private static final double LETTER = 7.5;

    private static final double WEST = 5.8;
    private static final double NORTH = 55.1;
    private static final double UNITS_PER_DEGREE = HEIGHT / 7.9;

    /** A degree of longitude is this much shorter than one of latitude in the middle of Germany. */
    private static final double NARROWING = Math.cos(Math.toRadians(51));

    /**
     * A member on the map.
     *
     * @param side where its name stands: {@code start} to the right, {@code end} to the left; empty where there is no room
     */
    public record Place(PublicMember member, double x, double y, String side) {
        /** As short as a label must be. */
        public String label() {
            return member.name().replaceAll("[ /,].*", "");
        }

        /** Where the label begins, or ends. */
        public double labelX() {
            return side.equals("end") ? x - GAP : x + GAP;
        }

        private Box box(String on) {
            double width = label().length() * LETTER;
            double left = on.equals("end") ? x - GAP - width : x + GAP;
            return new Box(left, y - LETTER, left + width, y + LETTER);
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= 0 && right <= WIDTH;
        }
    }

    /** With these members on it; one without a known place is left out. */
    public static MemberMap of(List<PublicMember> members) {
        var places = new ArrayList<Place>();
        for (PublicMember member : members) {
            Municipalities.place(member.ags())
                    .ifPresent(at -> places.add(new Place(member, x(at.east()), y(at.north()), "")));
        }
        return new MemberMap(laender(), labelled(places));
    }

    /** Each name on the first side where it covers neither another name nor a dot; else the list alone tells it. */
    private static List<Place> labelled(List<Place> places) {
        var taken = new ArrayList<Box>();
        places.forEach(place -> taken.add(new Box(place.x() - 7, place.y() - 7, place.x() + 7, place.y() + 7)));
        var labelled = new ArrayList<Place>();
        for (Place place : places) {
            String side = Stream.of("start", "end")
                    .filter(on -> place.box(on).isInside() && taken.stream().noneMatch(place.box(on)::touches))
                    .findFirst()
                    .orElse("");
            if (!side.isEmpty()) {
                taken.add(place.box(side));
            }
            labelled.add(new Place(place.member(), place.x(), place.y(), side));
        }
        return labelled;
    }

    private static List<String> laender() {
        try (InputStream laender = Objects.requireNonNull(MemberMap.class.getResourceAsStream(LAENDER), LAENDER)) {
            return Json.MAPPER
                    .readTree(laender)
                    .path("features")
                    .valueStream()
                    .map(feature -> outline(feature.path("geometry")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outline(JsonNode geometry) {
        var path = new StringBuilder();
        boolean several = geometry.path("type").asString().equals("MultiPolygon");
        JsonNode polygons = geometry.path("coordinates");
        for (JsonNode polygon : several ? polygons : List.of(polygons)) {
            for (JsonNode ring : polygon) {
                draw(ring, path);
            }
        }
        return path.toString();
    }

    /** Whole units, relative steps, steps that would not move left out: a third of the bytes. */
    private static void draw(JsonNode ring, StringBuilder path) {
        long x = Math.round(x(ring.get(0).get(0).asDouble()));
        long y = Math.round(y(ring.get(0).get(1).asDouble()));
        var steps = new StringBuilder();
        long lastX = x;
        long lastY = y;
        for (JsonNode point : ring) {
            long nextX = Math.round(x(point.get(0).asDouble()));
            long nextY = Math.round(y(point.get(1).asDouble()));
            if (nextX != lastX || nextY != lastY) {
                steps.append('l').append(nextX - lastX).append(' ').append(nextY - lastY);
                lastX = nextX;
                lastY = nextY;
            }
        }
        // Islands smaller than a dot are left out.
        if (steps.length() > 12) {
            path.append('M').append(x).append(' ').append(y).append(steps).append('z');
        }
    }

    private static double x(double longitude) {
        return (longitude - WEST) * NARROWING * UNITS_PER_DEGREE;
    }

    private static double y(double latitude) {
        return (NORTH - latitude) * UNITS_PER_DEGREE;
    }
}
