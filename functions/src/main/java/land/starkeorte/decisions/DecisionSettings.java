package land.starkeorte.decisions;

/**
 * What deciding needs to know.
 *
 * @param decisionsTable its own
 * @param papersBucket where letters are kept
 */
public record DecisionSettings(
        String applicationsTable, String outboxTable, String decisionsTable, String papersBucket) {}
