package land.starkeorte.dossiers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import land.starkeorte.access.Session;
import land.starkeorte.applications.ApplicationForm;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.messages.MessageStatus;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One municipality's way into the network, from the first draft on.
 *
 * @param version counts the saves, so that two people cannot overwrite each other unknowingly
 * @param answers the cleaned form, see {@link ApplicationForm}
 * @param team who may open it
 * @param submission absent as long as it is a draft
 * @param conversation who wrote and read last
 * @param correction what staff have asked to be mended, while it is open
 * @param corrections how often staff have asked
 * @param until when the next thing is expected, in the office's time zone; absent where nothing waits
 * @param expires epoch seconds after which a draft is forgotten; absent once it was sent
 * @param owner who of the office is responsible; absent where nobody is
 */
public record Dossier(
        String id,
        int version,
        ObjectNode answers,
        Officials team,
        HistoryEntry lastStep,
        @Nullable Submission submission,
        MessageStatus conversation,
        @Nullable Correction correction,
        int corrections,
        @Nullable LocalDate until,
        @Nullable Long expires,
        @Nullable String owner) {
    /** A draft is kept this long after its last save. */
    static final Duration DRAFT_KEPT = Duration.ofDays(60);

    /** Nobody needs more; without a limit a dossier could be used to write to strangers. */
    public static final int MOST_INVITED = MailLimits.NAMED_IN_DOSSIER;

    /**
     * That it was sent.
     *
     * @param reference by which people speak of it, see {@link Dossier#readable}
     */
    public record Submission(String reference, Instant at) {}

    public static Dossier start(String id, ObjectNode answers, Instant now) {
        var team = Officials.named(answers);
        var began = HistoryEntry.first(now, team.starter(), "begonnen");
        return new Dossier(id, 1, answers, team, began, null, MessageStatus.NONE, null, 0, null, expiry(now), null);
    }

    /**
     * With other answers, and the officials that follow from them.
     *
     * @param keep the person who saves, who stays an official even when the contacts no longer say so
     */
    public Dossier saved(ObjectNode newAnswers, @Nullable String keep, Instant now) {
        return changed(newAnswers, team.saved(newAnswers, keep), lastStep, conversation, correction)
                .expected(null, later(expires, expiry(now)));
    }

    /** The draft as it is, forgotten no sooner than this. */
    public Dossier kept(Duration time, Instant now) {
        return expected(until, later(expires, now.plus(time).getEpochSecond()));
    }

    /**
     * The application is sent.
     *
     * @param who the {@link Official#key()} of the sender
     * @param expected when the pre-selection should be done
     */
    public Dossier submitted(String newReference, String who, LocalDate expected, Instant now) {
        var sent = lastStep.next(now, who, "Antrag gesendet", DossierState.SUBMITTED);
        return changed(answers, team, sent, conversation, correction)
                .sent(new Submission(newReference, now))
                .expected(expected, null);
    }

    /**
     * It goes on.
     *
     * @param expected when the next thing is expected; absent where nothing waits
     */
    Dossier moved(DossierState next, String who, String why, @Nullable LocalDate expected, Instant now) {
        var step = lastStep.next(now, who, why, next);
        return changed(answers, team, step, conversation, correction).expected(expected, expires);
    }

    /** Staff ask for something to be mended. */
    public Dossier asked(Correction request) {
        var step = lastStep.next(
                request.askedAt(), request.askedBy(), "Berichtigung erbeten", DossierState.NEEDS_CORRECTION);
        return changed(answers, team, step, conversation, request);
    }

    /** The municipality has mended what {@code answered} asked; contacts named in it may open the dossier. */
    public Dossier corrected(Correction answered, ObjectNode newAnswers, String who, Instant now) {
        var step = lastStep.next(now, who, "Berichtigung gesendet", answered.returnTo());
        return changed(newAnswers, team.and(newAnswers), step, conversation, null);
    }

    public Dossier withdrawn(String who, Instant now) {
        var step = lastStep.next(now, who, "Antrag zurückgezogen", DossierState.WITHDRAWN);
        return changed(answers, team, step, conversation.answered(), null).expected(null, expires);
    }

    /** Somebody wrote or read. */
    public Dossier talking(MessageStatus now) {
        return changed(answers, team, lastStep, now, correction);
    }

    /** One more person may open it. */
    public Dossier joinedBy(Official official, String who, Instant now) {
        var step = lastStep.noted(now, who, "Person hinzugefügt");
        return changed(answers, team.and(official), step, conversation, correction);
    }

    /** This person's links and sessions open nothing any more. */
    public Dossier leftBy(String official, String who, Instant now) {
        var step = lastStep.noted(now, who, "Person entfernt");
        return changed(answers, team.without(official), step, conversation, correction);
    }

    /** Something happened that moves nothing. */
    public Dossier noted(String who, String what, Instant now) {
        return changed(answers, team, lastStep.noted(now, who, what), conversation, correction);
    }

    /** The next thing is expected on another day. */
    Dossier rescheduled(String who, String what, LocalDate expected, Instant now) {
        return noted(who, what, now).expected(expected, expires);
    }

    private Dossier changed(
            ObjectNode newAnswers,
            Officials newTeam,
            HistoryEntry step,
            MessageStatus newConversation,
            @Nullable Correction openCorrection) {
        return new Dossier(
                id,
                version + 1,
                newAnswers,
                newTeam,
                step,
                submission,
                newConversation,
                openCorrection,
                openCorrection == null ? corrections : openCorrection.number(),
                until,
                expires,
                owner);
    }

    private Dossier sent(Submission sent) {
        return new Dossier(
                id,
                version,
                answers,
                team,
                lastStep,
                sent,
                conversation,
                correction,
                corrections,
                until,
                expires,
                owner);
    }

    private Dossier expected(@Nullable LocalDate expected, @Nullable Long newExpiry) {
        return new Dossier(
                id,
                version,
                answers,
                team,
                lastStep,
                submission,
                conversation,
                correction,
                corrections,
                expected,
                newExpiry,
                owner);
    }

    /** Somebody of the office is responsible for it from now on, or nobody. */
    public Dossier ownedBy(@Nullable String colleague) {
        return new Dossier(
                id,
                version + 1,
                answers,
                team,
                lastStep,
                submission,
                conversation,
                correction,
                corrections,
                until,
                expires,
                colleague);
    }

    /** Who may open it, by {@link Official#key()}. */
    public Map<String, Official> officials() {
        return team.byKey();
    }

    /** By which people speak of it; absent as long as it is a draft. */
    @Nullable
    public String reference() {
        return submission == null ? null : submission.reference();
    }

    /** When it was sent; absent as long as it is a draft. */
    @Nullable
    public Instant submittedAt() {
        return submission == null ? null : submission.at();
    }

    /** When something last happened that is worth a look. */
    public Instant changedAt() {
        return Stream.of(lastStep.at(), conversation.fromMunicipality(), conversation.fromStaff())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public DossierState state() {
        return lastStep.state();
    }

    boolean isExpired(Instant now) {
        return expires != null && expires <= now.getEpochSecond();
    }

    /** Whose session this is, if it still opens the dossier; the person's key. */
    @Nullable
    public String opener(Session session) {
        boolean began = session.kind() == Session.Kind.BEGUN;
        String key = began ? team.starter() : session.holder().key();
        Official official = officials().get(key);
        return official != null && (began || official.holder().equals(session.holder())) ? key : null;
    }

    /** Officials that {@code before} did not have. */
    public List<Official> newcomers(Dossier before) {
        return team.newcomers(before.team);
    }

    /** The municipality of a complete form. */
    public Municipality municipality() {
        return Municipalities.named(answers.path("municipality").path("ags").asString(""));
    }

    private static Long later(@Nullable Long before, long then) {
        return before == null ? then : Math.max(before, then);
    }

    private static long expiry(Instant now) {
        return now.plus(DRAFT_KEPT).getEpochSecond();
    }

    /** Two groups of four are easier to read out. */
    public static String readable(String reference) {
        return reference.substring(0, 4) + "-" + reference.substring(4);
    }
}
