package land.starkeorte.applications;

/**
 * What printing applications needs to know.
 *
 * @param copiesBucket where the papers lie
 * @param networkAddress what stands in the letterhead: name and address, parts separated by commas
 */
public record PrintSettings(String applicationsTable, String outboxTable, String copiesBucket, String networkAddress) {}
