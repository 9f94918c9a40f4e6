/**
 * Makes live what is saved while {@code infra/start} runs: templates and classes by a compiler that stays warm and does without
 * the checks of the build, the site by {@link land.starkeorte.infra.site.BuildSite}. What is sent where, the local cloud knows.
 */
@NullMarked
package land.starkeorte.infra.live;

import org.jspecify.annotations.NullMarked;
