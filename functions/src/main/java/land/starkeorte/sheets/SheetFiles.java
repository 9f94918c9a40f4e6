package land.starkeorte.sheets;

import java.util.List;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;

/** Answers with sheets as the file that was asked for by {@code ?format=csv} or {@code ?format=xlsx}. */
public final class SheetFiles {
    /** As base64 it has room in the six megabytes that a function may answer. */
    private static final int LARGEST = 4_400_000;

    private SheetFiles() {}

    /**
     * The first of them alone where the format knows only one.
     *
     * @param name of the file, ASCII, without an ending
     */
    public static Response answer(Request request, String name, Sheet<?>... sheets) {
        return switch (request.query("format")) {
            case "csv" -> file("text/csv; charset=utf-8", name + ".csv", Csv.write(sheets[0]));
            case "xlsx" ->
                file(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + ".xlsx",
                        Xlsx.write(List.of(sheets)));
            default -> throw Problem.malformed("Der Parameter „format“ muss csv oder xlsx sein.");
        };
    }

    private static Response file(String type, String name, byte[] content) {
        if (content.length > LARGEST) {
            throw Problem.refused("Die Datei würde zu groß. Grenzen Sie ein, was sie enthalten soll, und speichern Sie"
                    + " die Teile einzeln.");
        }
        return Response.file(type, name, content);
    }
}
