package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.sheets.SheetFiles;
import land.starkeorte.tasks.StaffMember;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.TaskView;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/** What the office sees of all dossiers: board, list, tasks, exports. */
final class StaffBoardEndpoints {
    private static final int PAGE = 25;

    /** So many of each state the board shows before it refers to the list. */
    private static final int ON_BOARD = 8;

    private static final int MOST_DUTIES = 200;

    private static final int MOST_EXPORTED_PAGE = 500;

    private final DossierBoard board;
    private final DossierSearch search;
    private final Tasks tasks;
    private final List<ExportColumns> columns;
    private final Clock clock;

    /** @param columns what other features add to whole applications */
    StaffBoardEndpoints(
            DossierBoard board, DossierSearch search, Tasks tasks, List<ExportColumns> columns, Clock clock) {
        this.board = board;
        this.search = search;
        this.tasks = tasks;
        this.columns = columns;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("PUT /api/staff/me", this::signIn)
                .staff("GET /api/staff/board", this::board)
                .staff("GET /api/staff/dossiers", this::list)
                .staff("GET /api/staff/export", this::export)
                .staff("GET /api/staff/tasks", this::openTasks);
    }

    private record Colleague(String id, String mail) {}

    /** Who somebody is, and who else there is. */
    private record SignedIn(String id, String mail, List<Colleague> colleagues) {}

    /** @param count how many there are; {@code dossiers} are the latest of them */
    private record Column(long count, List<DossierListItem> dossiers) {}

    private record Duty(String dossier, TaskKind kind, LocalDate due) {}

    private record Board(Map<DossierState, Column> columns, List<Duty> tasks) {}

    /**
     * Dossiers in the order that was asked for.
     *
     * @param next where the next page begins; absent on the last
     * @param near what is written nearly so; absent where the search found something
     */
    private record ListPage(
            List<DossierListItem> dossiers,
            @Nullable String next,
            @Nullable List<DossierListItem> near) {}

    /** @param next as above */
    private record TaskPage(List<TaskView> tasks, @Nullable String next) {}

    /** Whoever signs in can own tasks from then on. */
    private Response signIn(Request request) {
        var me = new StaffMember(request.caller().id(), request.caller().mail(), DossierStatus.day(clock.instant()));
        List<StaffMember> known = tasks.colleagues();
        if (!known.contains(me)) {
            tasks.signedIn(me);
            known = tasks.colleagues();
        }
        var colleagues =
                known.stream().map(one -> new Colleague(one.id(), one.mail())).toList();
        return Response.ok(new SignedIn(me.id(), me.mail(), colleagues));
    }

    private Response board(Request request) {
        var counts = board.counts();
        var columns = new EnumMap<DossierState, Column>(DossierState.class);
        for (DossierState state : DossierState.SENT) {
            var query = new DossierBoard.Query(EnumSet.of(state), DossierBoard.Order.CHANGED, false, null, ON_BOARD);
            columns.put(
                    state,
                    new Column(counts.getOrDefault(state, 0L), board.list(query).lines()));
        }
        // The most urgent are enough to mark what is shown.
        var duties = tasks.open(null, MOST_DUTIES).tasks().stream()
                .map(task -> new Duty(task.dossier(), task.kind(), task.due()))
                .toList();
        return Response.ok(new Board(columns, duties));
    }

    private Response list(Request request) {
        DossierBoard.Query query = ListRequest.query(request, PAGE);
        Set<String> words = ListRequest.words(request);
        DossierBoard.Page page = words.isEmpty() ? board.list(query) : search.search(words, query);
        boolean nothing = page.lines().isEmpty() && page.next() == null && query.after() == null;
        return Response.ok(new ListPage(
                page.lines(), page.next(), nothing && !words.isEmpty() ? search.near(words, query) : null));
    }

    private Response export(Request request) {
        List<DossierListItem> lines = lines(request);
        return switch (request.query("content")) {
            case "", "list" -> SheetFiles.answer(request, "vorgaenge", DossierExport.list(lines));
            case "applications" ->
                SheetFiles.answer(
                        request,
                        "antraege",
                        DossierExport.applications(
                                board.dossiers(
                                        lines.stream().map(DossierListItem::id).toList()),
                                columns));
            default -> throw Problem.malformed("Der Parameter „content“ muss list oder applications sein.");
        };
    }

    private List<DossierListItem> lines(Request request) {
        var lines = new ArrayList<DossierListItem>();
        DossierBoard.Query query = ListRequest.query(request, MOST_EXPORTED_PAGE);
        Set<String> words = ListRequest.words(request);
        for (DossierBoard.Page page = page(words, query); ; page = page(words, query)) {
            lines.addAll(page.lines());
            if (page.next() == null) {
                return lines;
            }
            query = new DossierBoard.Query(query.states(), query.order(), query.ascending(), page.next(), query.most());
        }
    }

    private DossierBoard.Page page(Set<String> words, DossierBoard.Query query) {
        return words.isEmpty() ? board.list(query) : search.search(words, query);
    }

    private Response openTasks(Request request) {
        String after = ListRequest.after(request);
        if (after != null && !after.matches("\\d{4}-\\d{2}-\\d{2}#.*")) {
            throw Problem.malformed("Der Header „after“ ist keine Stelle, an der eine Seite endete.");
        }
        Tasks.Page page = tasks.open(after, PAGE);
        return Response.ok(new TaskPage(page.tasks().stream().map(TaskView::of).toList(), page.next()));
    }
}
