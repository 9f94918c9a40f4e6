package land.starkeorte.participants;

/**
 * What printing certificates needs to know.
 *
 * @param eventsTable what took place
 * @param registrationsTable who was there
 * @param accessTable who is in by a link
 * @param networkAddress what stands in the letterhead: name and address, parts separated by commas
 */
public record CertificateSettings(
        String eventsTable, String registrationsTable, String accessTable, String networkAddress) {}
