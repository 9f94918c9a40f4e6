package land.starkeorte.access;

/**
 * Whom a link or a session belongs to.
 *
 * @param key names the person among those who may open the subject, without an address
 * @param grant changes when the person loses the right and gets it again, so that nothing of before comes back to life
 */
public record Holder(String key, String grant) {}
