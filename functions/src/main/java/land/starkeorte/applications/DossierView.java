package land.starkeorte.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierContents;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the municipality and the office both see of a dossier that was sent.
 *
 * @param correction what is to be mended now; absent where nothing is
 * @param corrections those that were answered
 */
public record DossierView(
        String id,
        String reference,
        String municipality,
        String ags,
        DossierState state,
        int version,
        ObjectNode answers,
        Instant submittedAt,
        @Nullable AskedCorrection correction,
        List<AnsweredCorrection> corrections) {
    /** One that waits for the municipality. */
    public record AskedCorrection(int number, List<String> fields, String reason, Instant askedAt, LocalDate until) {
        static AskedCorrection of(Correction correction) {
            return new AskedCorrection(
                    correction.number(),
                    correction.fields(),
                    correction.reason(),
                    correction.askedAt(),
                    DossierStatus.correctionDue(correction));
        }
    }

    /** One that was answered. */
    public record AnsweredCorrection(
            int number, List<String> fields, String reason, Instant askedAt, Instant answeredAt) {
        static AnsweredCorrection of(Correction correction) {
            return new AnsweredCorrection(
                    correction.number(),
                    correction.fields(),
                    correction.reason(),
                    correction.askedAt(),
                    Objects.requireNonNull(correction.answeredAt()));
        }
    }

    /** As it stands. */
    public static DossierView of(Dossier dossier, DossierContents contents) {
        Correction correction = dossier.correction();
        return new DossierView(
                dossier.id(),
                Dossier.readable(Objects.requireNonNull(dossier.reference())),
                dossier.municipality().label(),
                dossier.municipality().ags(),
                dossier.state(),
                dossier.version(),
                dossier.answers(),
                Objects.requireNonNull(dossier.submittedAt()),
                correction == null ? null : AskedCorrection.of(correction),
                contents.corrections().stream().map(AnsweredCorrection::of).toList());
    }
}
