package land.starkeorte.store;

/** What is to be written, and what is to be said when it is. */
public record Planned<T>(Transaction writes, T result) {}
