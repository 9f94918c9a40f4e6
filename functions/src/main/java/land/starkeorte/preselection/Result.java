package land.starkeorte.preselection;

/** How a vote ended. */
enum Result {
    YES,
    NO,
    TIE,
    /** Too few took part. */
    NO_QUORUM
}
