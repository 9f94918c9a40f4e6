package land.starkeorte.events;

/**
 * What events need to know.
 *
 * @param eventsTable their own table
 * @param registrationsTable who comes
 * @param outboxTable where mails wait
 * @param siteUrl the public address of the site, without a slash at the end
 */
public record EventSettings(String eventsTable, String registrationsTable, String outboxTable, String siteUrl) {}
