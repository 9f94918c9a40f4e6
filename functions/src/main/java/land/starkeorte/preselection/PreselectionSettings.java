package land.starkeorte.preselection;

/**
 * What the pre-selection needs to know.
 *
 * @param preselectionTable its own
 * @param preselectionDays how long the founders can vote
 * @param preselectionQuorum so many of them make a vote valid
 */
public record PreselectionSettings(
        String applicationsTable,
        String outboxTable,
        String preselectionTable,
        String preselectionDays,
        String preselectionQuorum) {}
