package land.starkeorte.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.members.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Something that the network invites to.
 *
 * @param id part of its address: readable, and never used again
 * @param state what the office has done with it; that it is over says the time
 * @param reason why it was cancelled; the public reads it
 * @param sequence rises with each change that calendars must take over (RFC 5545)
 * @param series id of the series that it is a date of; empty where it is none
 * @param alone whether it was changed by itself: a change of its series leaves it as it is
 */
public record Event(
        String id,
        Details details,
        State state,
        String reason,
        @Nullable Instant publishedAt,
        Instant changedAt,
        int sequence,
        String series,
        boolean alone,
        int version) {
    /** Where it stands. The one table of allowed moves. */
    public enum State {
        DRAFT,
        PUBLISHED,
        CANCELLED;

        /** Whether it may stand there next. */
        boolean canBecome(State next) {
            return switch (this) {
                case DRAFT -> next == PUBLISHED;
                case PUBLISHED -> next == CANCELLED;
                case CANCELLED -> false;
            };
        }
    }

    /** Who may know of it and come. */
    public enum Audience {
        PUBLIC,
        MEMBERS
    }

    /**
     * What the office writes.
     *
     * @param topics what it is about
     * @param place where; empty where it is online alone
     * @param link of the video meeting; only those who take part see it
     * @param price notes about what it costs; empty where nothing
     * @param contact mail address for questions
     * @param terms on which one takes part
     */
    public record Details(
            EventKind kind,
            String title,
            String text,
            String programme,
            List<Topic> topics,
            Instant start,
            Instant end,
            String place,
            String link,
            Audience audience,
            String price,
            String contact,
            Terms terms) {
        /** What it is made of can be read by many at once. */
        public Details {
            topics = List.copyOf(topics);
        }

        /** The same on another day. */
        Details on(Instant newStart) {
            return new Details(
                    kind,
                    title,
                    text,
                    programme,
                    topics,
                    newStart,
                    newStart.plus(Duration.between(start, end)),
                    place,
                    link,
                    audience,
                    price,
                    contact,
                    terms.later(start, newStart));
        }
    }

    /**
     * How one registers.
     *
     * @param capacity how many can come; 0 where nobody has to register
     * @param limit how many can come from one municipality, or with one guest; 0 where that is not limited
     * @param opens when registration begins; absent where at once
     * @param closes when it ends; absent where with the beginning
     * @param cancelBy until when one can cancel by oneself; absent where until the beginning
     * @param needs whether it is asked what somebody needs to be able to come: access, food
     * @param questions what each delegation is asked
     * @param cents what each person pays, besides the room
     * @param rooms what one can sleep in; where there are some, everybody chooses
     * @param freeUntil until when cancelling costs nothing; absent where it never costs anything
     * @param owedAfter what share of the price, in percent, is owed by whoever cancels later
     */
    public record Terms(
            int capacity,
            int limit,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Instant cancelBy,
            boolean needs,
            List<String> questions,
            long cents,
            List<Room> rooms,
            @Nullable Instant freeUntil,
            @Nullable Integer owedAfter) {
        /**
         * A kind of room.
         *
         * @param cents for one person, for the whole stay
         * @param places beds, not rooms
         */
        public record Room(String name, long cents, int places) {}

        /** Whether one is bound to pay: then everybody confirms a second time, knowing what it costs. */
        public boolean isBinding() {
            return cents > 0 || rooms.stream().anyMatch(room -> room.cents() > 0);
        }

        /** The same distances to another beginning. */
        private Terms later(Instant from, Instant to) {
            Duration by = Duration.between(from, to);
            return new Terms(
                    capacity,
                    limit,
                    opens == null ? null : opens.plus(by),
                    closes == null ? null : closes.plus(by),
                    cancelBy == null ? null : cancelBy.plus(by),
                    needs,
                    questions,
                    cents,
                    rooms,
                    freeUntil == null ? null : freeUntil.plus(by),
                    owedAfter);
        }

        /** What it is made of can be read by many at once. */
        public Terms {
            questions = List.copyOf(questions);
            rooms = List.copyOf(rooms);
        }
    }

    static Event draft(String id, Details details, String series, Instant now) {
        return new Event(id, details, State.DRAFT, "", null, now, 0, series, false, 0);
    }

    /** @param byItself whether the rest of the series stays as it is */
    Event written(Details newDetails, boolean byItself, Instant now) {
        return new Event(
                id,
                newDetails,
                state,
                reason,
                publishedAt,
                now,
                sequence + 1,
                series,
                alone || (byItself && !series.isEmpty()),
                version);
    }

    Event published(Instant now) {
        requireMove(State.PUBLISHED);
        return new Event(id, details, State.PUBLISHED, "", now, now, sequence + 1, series, alone, version);
    }

    Event cancelled(String why, Instant now) {
        requireMove(State.CANCELLED);
        return new Event(id, details, State.CANCELLED, why, publishedAt, now, sequence + 1, series, alone, version);
    }

    private void requireMove(State next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("No event becomes " + next + " from " + state);
        }
    }

    /** Whether the public may know of it. A cancelled event stays, so that whoever wanted to come is not left guessing. */
    public boolean isPublic() {
        return state != State.DRAFT && details.audience() == Audience.PUBLIC;
    }

    /** When registration ends. */
    public Instant closes() {
        return Optional.ofNullable(details.terms().closes()).orElse(details.start());
    }

    /** Until when somebody can cancel without asking the office. */
    public Instant cancelBy() {
        return Optional.ofNullable(details.terms().cancelBy()).orElse(details.start());
    }

    /** Whether one has to register. */
    public boolean hasSeats() {
        return details.terms().capacity() > 0;
    }

    /** Whether its end has passed. */
    public boolean isOver(Instant now) {
        return !details.end().isAfter(now);
    }
}
