package land.starkeorte.members;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's profile for the member itself and the office: what is published, and what waits to be.
 *
 * @param version has to come with a change
 * @param proposed absent where nothing waits
 */
record MemberProfileView(
        @JsonUnwrapped MemberView member,
        int version,
        boolean withdrawn,
        @Nullable Instant publishedAt,
        MemberView.@Nullable ProfileView proposed,
        @Nullable Instant proposedAt) {
    static MemberProfileView of(Member member, ProfilePublication listing) {
        Profile proposed = listing.proposed();
        return new MemberProfileView(
                MemberView.of(member, listing),
                listing.version(),
                listing.withdrawn(),
                listing.publishedAt(),
                proposed == null ? null : MemberView.ProfileView.of(proposed),
                proposed == null ? null : listing.proposedAt());
    }
}
