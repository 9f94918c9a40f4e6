package land.starkeorte.applications;

/** Somebody of the office who has signed in. */
record Colleague(String id, String mail) {}
