package land.starkeorte.mail;

/**
 * A paper that goes with a mail; read from the archive when the mail is sent.
 *
 * @param name as the receiver saves it, ASCII
 * @param key where it lies in the archive
 */
public record Attachment(String name, String type, String key) {
    /** How keys of applications begin. They lie apart from papers that must be kept for ten years. */
    public static final String APPLICATIONS = "applications/";
}
