package land.starkeorte.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be uploaded: what town halls have, without macros. */
enum FileType {
    PDF("application/pdf", "PDF", "pdf"),
    JPEG("image/jpeg", "JPEG", "jpg", "jpeg"),
    PNG("image/png", "PNG", "png"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word (DOCX)", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (XLSX)", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "OpenDocument-Text (ODT)", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument-Tabelle (ODS)", "ods");

    /** Media type, as the browser declares it. */
    final String type;

    /** What people call it. */
    final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes.
    private final List<String> endings;

    FileType(String type, String label, String... endings) {
        this.type = type;
        this.label = label;
        this.endings = List.of(endings);
    }

    static Optional<FileType> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** Whether a file of this name may be of this kind. */
    boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
