package land.starkeorte.decisions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import land.starkeorte.pdf.PaperArchive;
import org.jspecify.annotations.Nullable;

/** What is told of a decision. */
final class DecisionViews {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final PaperArchive archive;

    DecisionViews(PaperArchive archive) {
        this.archive = archive;
    }

    /**
     * What the municipality reads: nothing of what is internal.
     *
     * @param letter where it can be fetched for a minute; absent until it is written
     */
    record Decided(
            Decision.Choice choice, String reason, @Nullable String letter) {}

    /**
     * What the office reads, of a proposal, too.
     *
     * @param confirmedBy absent until it is
     */
    record StaffDecision(
            @JsonUnwrapped Decided decision,
            String internal,
            String proposedBy,
            Instant proposedAt,
            int version,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    Decided decided(Decision decision) {
        String letter = decision.letter();
        return new Decided(
                decision.choice(),
                decision.reason(),
                letter == null ? null : archive.link(letter, "Entscheidung.pdf", "application/pdf", LINK_VALID));
    }

    StaffDecision staff(Decision decision) {
        return new StaffDecision(
                decided(decision),
                decision.internal(),
                decision.proposedBy(),
                decision.proposedAt(),
                decision.version(),
                decision.confirmedBy(),
                decision.confirmedAt());
    }
}
