package land.starkeorte.events;

/** What the events' endpoints need to know. */
public record EventSettings(String eventsTable) {}
