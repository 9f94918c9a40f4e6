package land.starkeorte.mail;

/** A written mail. The text says everything that the HTML says. */
record Letter(String subject, String text, String html) {}
