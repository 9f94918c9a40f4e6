/** What municipality and office write to each other about a dossier, and how far each has read. */
@NullMarked
package land.starkeorte.messages;

import org.jspecify.annotations.NullMarked;
