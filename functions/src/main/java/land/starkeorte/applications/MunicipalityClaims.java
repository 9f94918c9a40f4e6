package land.starkeorte.applications;

import java.time.Instant;
import java.util.Optional;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.MunicipalityClaim;

/** Which municipalities have somebody already. */
final class MunicipalityClaims {
    private final DossierReader dossiers;

    MunicipalityClaims(DossierReader dossiers) {
        this.dossiers = dossiers;
    }

    /** What stands in the way of another application for this municipality. */
    enum Claim {
        /** Nothing. */
        FREE,
        /** It is a member, which everybody may know. */
        MEMBER,
        /** It has applied and nothing is over yet. */
        UNDER_WAY
    }

    Claim of(String ags, Instant now) {
        return dossiers.claim(ags)
                .map(claim -> isMember(claim, now) ? Claim.MEMBER : Claim.UNDER_WAY)
                .orElse(Claim.FREE);
    }

    private boolean isMember(MunicipalityClaim claim, Instant now) {
        return claim.member() != null
                || Optional.ofNullable(claim.dossier())
                        .flatMap(id -> dossiers.find(id, now))
                        .filter(dossier -> dossier.state() == DossierState.MEMBER)
                        .isPresent();
    }
}
