package land.starkeorte.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's profile: what is published, and what it would like to be.
 *
 * @param published absent as long as nothing was approved; members are then shown by name alone
 * @param proposed waits for the office
 * @param by who proposed it last
 * @param withdrawn whether the municipality wants to be shown nowhere
 */
record Listing(
        String ags,
        @Nullable Profile published,
        @Nullable Instant publishedAt,
        @Nullable Profile proposed,
        @Nullable Instant proposedAt,
        String by,
        boolean withdrawn,
        int version) {
    static Listing none(String ags) {
        return new Listing(ags, null, null, null, null, "", false, 0);
    }

    Listing proposing(Profile profile, String who, Instant now) {
        return new Listing(ags, published, publishedAt, profile, now, who, withdrawn, version);
    }

    Listing approved(Profile profile, Instant now) {
        return new Listing(ags, profile, now, null, null, by, false, version);
    }

    Listing rejected() {
        return new Listing(ags, published, publishedAt, null, null, by, withdrawn, version);
    }

    Listing withdrawing() {
        return new Listing(ags, null, null, null, null, by, true, version);
    }
}
