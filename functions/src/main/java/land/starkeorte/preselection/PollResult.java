package land.starkeorte.preselection;

/** How a vote ended. */
enum PollResult {
    YES,
    NO,
    TIE,
    /** Too few took part. */
    NO_QUORUM
}
