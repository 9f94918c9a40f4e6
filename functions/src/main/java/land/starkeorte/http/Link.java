package land.starkeorte.http;

/** Where a file can be fetched, for a short time, by whoever has the address. */
public record Link(String url) {}
