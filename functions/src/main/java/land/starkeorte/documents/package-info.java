/** Documents of a dossier: from the browser into quarantine, checked, scanned, and only then part of the dossier. */
@NullMarked
package land.starkeorte.documents;

import org.jspecify.annotations.NullMarked;
