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
record ProfilePublication(
        String ags,
        @Nullable Profile published,
        @Nullable Instant publishedAt,
        @Nullable Profile proposed,
        @Nullable Instant proposedAt,
        String by,
        boolean withdrawn,
        int version) {
    static ProfilePublication none(String ags) {
        return new ProfilePublication(ags, null, null, null, null, "", false, 0);
    }

    ProfilePublication proposing(Profile profile, String who, Instant now) {
        return new ProfilePublication(ags, published, publishedAt, profile, now, who, withdrawn, version);
    }

    ProfilePublication approved(Profile profile, Instant now) {
        return new ProfilePublication(ags, profile, now, null, null, by, false, version);
    }

    ProfilePublication rejected() {
        return new ProfilePublication(ags, published, publishedAt, null, null, by, withdrawn, version);
    }

    ProfilePublication withdrawing() {
        return new ProfilePublication(ags, null, null, null, null, by, true, version);
    }
}
