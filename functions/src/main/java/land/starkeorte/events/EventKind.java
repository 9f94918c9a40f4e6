package land.starkeorte.events;

/** The formats that the network runs. */
public enum EventKind {
    MEETUP("Digitales Treffen"),
    SEMINAR("Seminar"),
    EXPERT_TALK("Expertengespräch"),
    PROJECT_VISIT("Projektbesuch"),
    INSPIRATION_TRIP("Inspirationsreise"),
    PUBLIC_EVENT("Öffentliche Veranstaltung"),
    GENERAL("Veranstaltung");

    /** For people. */
    public final String words;

    EventKind(String words) {
        this.words = words;
    }
}
