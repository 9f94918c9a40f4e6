package land.starkeorte.recordings;

import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/** What the office's browser says of a file before it sends it; bytes. */
record AnnouncedFile(MediaFile.Kind kind, String name, String type, long size) {
    static AnnouncedFile read(ObjectNode typed, MediaFile.Kind kind) {
        ObjectNode clean = FormReader.read(typed, true, form -> {
            form.line("name", 200, "Der Dateiname fehlt.");
            String type = form.line("type", 60, "Der Dateityp fehlt.");
            if (!type.isEmpty() && !kind.types().contains(type)) {
                form.refuse(
                        "type",
                        kind == MediaFile.Kind.VIDEO
                                ? "Erlaubt sind Videos als MP4 oder WebM."
                                : "Erlaubt sind Folien als PDF.");
            }
            // Beyond what fits into an int, which a form's number is.
            form.optionalLine("size", 12);
        });
        return new AnnouncedFile(
                kind,
                clean.path("name").asString(""),
                clean.path("type").asString(""),
                size(clean.path("size").asString("")));
    }

    /** Whether it is this file that has begun to arrive. */
    boolean isOf(MediaFile file) {
        return file.name().equals(name) && file.type().equals(type) && file.size() == size;
    }

    /** @param upload what the store calls it */
    MediaFile arriving(String id, String upload) {
        return MediaFile.arriving(id, kind, name, type, size, upload);
    }

    private static long size(String typed) {
        long size = typed.matches("\\d{1,12}") ? Long.parseLong(typed) : 0;
        if (size == 0) {
            throw Problem.invalid("size", "Die Datei ist leer.");
        }
        if (size > MediaFile.LARGEST) {
            throw Problem.invalid(
                    "size", "Die Datei ist größer als 5 GB. Verkleinern Sie das Video oder teilen Sie es in zwei.");
        }
        return size;
    }
}
