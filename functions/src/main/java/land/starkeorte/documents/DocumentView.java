package land.starkeorte.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as those see it who may.
 *
 * @param kind of file, for people
 * @param size in bytes
 * @param refusal German; why it was not taken, absent otherwise
 */
record DocumentView(
        String id,
        String name,
        String kind,
        long size,
        Document.State state,
        Instant addedAt,
        @Nullable String refusal) {
    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                document.name(),
                FileType.of(document.type()).orElseThrow().label,
                document.size(),
                document.state(),
                document.addedAt(),
                document.refusal() == null ? null : document.refusal().text);
    }
}
