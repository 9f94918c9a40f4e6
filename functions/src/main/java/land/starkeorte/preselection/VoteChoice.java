package land.starkeorte.preselection;

/** What a founding municipality says of an applicant. */
enum VoteChoice {
    YES,
    NO,
    ABSTAIN,
    /** It has an interest of its own in the applicant and does not take part. */
    ASIDE
}
