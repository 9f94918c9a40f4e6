package land.starkeorte.dossiers;

import org.jspecify.annotations.Nullable;

/**
 * That a municipality is a member or applies already; there is at most one for each.
 *
 * @param dossier by which it does; absent for members from before the first application
 * @param member true for those
 */
public record MunicipalityClaim(
        @Nullable String dossier, @Nullable Boolean member) {}
