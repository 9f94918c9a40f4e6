package land.starkeorte.applications;

/** Where a dossier stands. The one table of allowed moves. */
enum State {
    DRAFT,
    SUBMITTED;

    boolean canBecome(State next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> false;
        };
    }
}
