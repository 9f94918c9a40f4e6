package land.starkeorte.webvtt;

/**
 * Something that browsers would pass over.
 *
 * @param line where it stands, from 1; 0 where it is about the whole text
 */
public record VttFault(int line, Reason reason) {
    /** What it is. */
    public enum Reason {
        TOO_LONG,
        NOT_UTF_8,
        NO_CUE,
        /** A character that nobody sees or that turns the direction of reading. */
        UNREADABLE_CHARACTER,
        NO_HEADER,
        NO_BLANK_AFTER_HEADER,
        NO_BLANK_BEFORE_TIMES,
        NO_TIMES,
        TIMES_UNREADABLE,
        TIME_UNREADABLE,
        /** As SubRip writes it. */
        COMMA_IN_TIME,
        END_BEFORE_START,
        EARLIER_THAN_BEFORE,
        NO_TEXT,
        /** How captions look may not load anything. */
        STYLE_LOADS,
        TITLE_OF_LINES,
        CHAPTERS_OVERLAP
    }
}
