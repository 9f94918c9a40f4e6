package land.starkeorte.mail;

/**
 * What a mail said when it left. Where it had a link of somebody's own, the words say so: the link itself is a secret and is
 * kept nowhere.
 */
public record SentText(String subject, String text) {}
