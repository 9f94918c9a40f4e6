package land.starkeorte.mail;

/** What noting bounces needs to know. */
public record FeedbackSettings(String outboxTable) {}
