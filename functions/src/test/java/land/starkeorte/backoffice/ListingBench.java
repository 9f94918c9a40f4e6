package land.starkeorte.backoffice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import land.starkeorte.applications.ApiDriver;
import land.starkeorte.applications.ManyDossiers;
import land.starkeorte.testing.ReadUnitMeter;
import land.starkeorte.testing.TestTables;
import tools.jackson.databind.JsonNode;

/** How long the office waits for a page of its list, and what a page costs, with 1,000 and with 10,000 dossiers. */
public final class ListingBench {
    private static final boolean SMALL = Boolean.getBoolean("small");
    private static final int ROUNDS = SMALL ? 3 : 12;
    private static final int PAGES = 10;
    private static final Map<String, String> VIEWS = Map.of(
            "list by change", "?sort=changed",
            "list by municipality", "?sort=municipality&direction=up",
            "one state", "?state=SUBMITTED&sort=submitted",
            "search", "?q=ort",
            "search by two words", "?q=ort%20bayern");

    private ListingBench() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        for (int dossiers : SMALL ? new int[] {100} : new int[] {1_000, 10_000}) {
            var meter = new ReadUnitMeter();
            var api = new ApiDriver(TestTables.inDynamoDb(meter));
            new ManyDossiers(api).seed(dossiers);
            measure(api, meter, dossiers);
        }
        System.exit(0);
    }

    private static void measure(ApiDriver api, ReadUnitMeter meter, int dossiers) {
        for (String view : new java.util.TreeSet<>(VIEWS.keySet())) {
            var times = new ArrayList<Double>();
            var units = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                String next = "";
                for (int page = 0; page < PAGES && next != null; page++) {
                    meter.take();
                    JsonNode answer = api.asStaff("/api/staff/dossiers" + VIEWS.get(view) + next, List.of("staff"))
                            .body();
                    // The first two rounds warm up.
                    if (round > 1) {
                        times.add(api.took / 1e6);
                        units.add(meter.take());
                    }
                    next = answer.has("next")
                            ? "&after=" + URLEncoder.encode(answer.path("next").asString(), UTF_8)
                            : null;
                }
            }
            Collections.sort(times);
            System.out.printf(
                    "%,7d dossiers, %-20s p50 %5.1f ms, p95 %5.1f ms, read units a page: %4.1f to %4.1f%n",
                    dossiers,
                    view + ":",
                    times.get(times.size() / 2),
                    times.get(times.size() * 95 / 100),
                    Collections.min(units),
                    Collections.max(units));
        }
    }
}
