package land.starkeorte.infra.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import land.starkeorte.lambda.Json;
import tools.jackson.databind.JsonNode;

/** The map of the start page: outlines of the Länder and a dot for each member, in the units of one SVG. */
public record MemberMap(List<String> outlines, List<Place> places) {
    /** Width and height of the drawing. */
    public static final int WIDTH = 400;

    public static final int HEIGHT = 540;

    private static final double WEST = 5.8;
    private static final double NORTH = 55.1;
    private static final double UNITS_PER_DEGREE = HEIGHT / 7.9;

    /** A degree of longitude is this much shorter than one of latitude in the middle of Germany. */
    private static final double NARROWING = Math.cos(Math.toRadians(51));

    /** A member on the map. */
    public record Place(String ags, String name, String land, boolean ambassador, double x, double y, String label) {
        /** The fragment of its entry in the list. */
        public String anchor() {
            return "ort-" + ags;
        }
    }

    static MemberMap read(Path data) throws IOException {
        JsonNode laender = Json.MAPPER.readTree(data.resolve("laender.geo.json").toFile());
        JsonNode members = Json.MAPPER.readTree(data.resolve("members.json").toFile());
        return new MemberMap(
                laender.path("features")
                        .valueStream()
                        .map(feature -> outline(feature.path("geometry")))
                        .toList(),
                members.valueStream().map(MemberMap::place).toList());
    }

    private static Place place(JsonNode member) {
        return new Place(
                member.path("ags").asString(),
                member.path("name").asString(),
                member.path("land").asString(),
                member.path("ambassador").asBoolean(),
                x(member.path("lon").asDouble()),
                y(member.path("lat").asDouble()),
                member.path("label").asString());
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
