package land.starkeorte.members;

import java.util.List;
import java.util.Optional;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The members' table:
 *
 * <pre>
 * pk        sk     what
 * members   (ags)  a municipality that belongs to the network, or has just paid
 * profiles  (ags)  what it tells about itself
 * </pre>
 *
 * Index: whoever has paid and waits for the membership to begin. Its stream tells of both.
 */
final class Members {
    private final Table table;

    Members(Table table) {
        this.table = table;
    }

    /** Whoever has paid becomes a member. */
    static TransitionEffects joining(Members members) {
        return (before, after, now) -> {
            if (after.state() != DossierState.PAID) {
                return Transaction.NONE;
            }
            String ags = after.municipality().ags();
            Member member = members.find(ags).orElse(Member.paid(ags, after.id()));
            // Saved again where it waits already, because a payment was taken back and came once more.
            return member.welcomed() ? Transaction.NONE : members.put(member);
        };
    }

    Optional<Member> find(String ags) {
        return table.find("members", ags, Member.class);
    }

    /** Everybody whose membership has begun. */
    List<Member> all() {
        return table.all("members", Member.class).stream()
                .filter(Member::welcomed)
                .toList();
    }

    List<Member> waiting(int most) {
        return table.first(Index.WAITING, "welcome", "0", "99999999", most, Member.class);
    }

    Transaction put(Member member) {
        return Transaction.of(
                member.welcomed()
                        ? table.save("members", member.ags(), member)
                        : table.save("members", member.ags(), member, Index.waiting("welcome", member.ags())));
    }

    ProfilePublication listing(String ags) {
        return table.find("profiles", ags, ProfilePublication.class).orElseGet(() -> ProfilePublication.none(ags));
    }

    List<ProfilePublication> listings() {
        return table.all("profiles", ProfilePublication.class);
    }

    Transaction put(ProfilePublication listing) {
        return Transaction.of(table.save("profiles", listing.ags(), listing));
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}
