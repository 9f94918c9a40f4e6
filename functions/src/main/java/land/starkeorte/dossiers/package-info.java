/** A municipality's dossier: where it stands, who may open it, how it goes on, and how it is stored. */
@NullMarked
package land.starkeorte.dossiers;

import org.jspecify.annotations.NullMarked;
