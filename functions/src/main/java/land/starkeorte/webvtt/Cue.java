package land.starkeorte.webvtt;

/**
 * A part of the time in which something is said.
 *
 * @param start in milliseconds
 * @param line where it stands
 */
record Cue(long start, long end, String text, int line) {}
