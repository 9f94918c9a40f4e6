package land.starkeorte.interviews;

/**
 * What the interviews need to know.
 *
 * @param interviewsTable its own
 */
public record InterviewSettings(String applicationsTable, String outboxTable, String interviewsTable) {}
