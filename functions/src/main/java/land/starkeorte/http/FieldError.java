package land.starkeorte.http;

/** What is wrong with one field and how to mend it, in German. {@code field} is a path such as {@code contacts.0.mail}. */
public record FieldError(String field, String message) {}
