package land.starkeorte.members;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member as members see each other.
 *
 * @param since when the membership began; absent where nobody knows
 * @param profile what is published; absent where nothing is
 */
record MemberView(
        String ags,
        String municipality,
        String land,
        boolean ambassador,
        @Nullable Instant since,
        @Nullable ProfileView profile) {
    /**
     * A profile as its form takes it.
     *
     * @param topics whether it is chosen, by every topic's name
     * @param membersOnly whether the public does not see it, by every part's name
     */
    record ProfileView(
            String text,
            String website,
            Map<String, Boolean> topics,
            List<Profile.Project> projects,
            Profile.Contact contact,
            List<Profile.Picture> pictures,
            Map<String, Boolean> membersOnly) {
        static ProfileView of(Profile profile) {
            return new ProfileView(
                    profile.text(),
                    profile.website(),
                    Arrays.stream(Topic.values())
                            .collect(Collectors.toMap(
                                    Topic::name, topic -> profile.topics().contains(topic.name()))),
                    profile.projects(),
                    profile.contact(),
                    profile.pictures(),
                    Profile.PARTS.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    part -> profile.membersOnly().contains(part))));
        }
    }

    static MemberView of(Member member, @Nullable ProfilePublication listing) {
        return new MemberView(
                member.ags(),
                member.municipality().name(),
                member.municipality().land(),
                member.ambassador(),
                member.since(),
                listing == null || listing.published() == null ? null : ProfileView.of(listing.published()));
    }
}
