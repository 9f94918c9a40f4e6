package land.starkeorte.backoffice;

/**
 * What opening tasks needs to know.
 *
 * @param applicationsTable the feature's own table
 * @param questionDays how many days a municipality may wait for an answer
 */
public record DeadlineSettings(String applicationsTable, String questionDays) {}
