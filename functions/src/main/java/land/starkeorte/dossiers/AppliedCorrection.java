package land.starkeorte.dossiers;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a correction changed: both versions stay.
 *
 * @param number the correction's
 * @param before the named fields as they were, by path
 * @param after the named fields as they were mended, by path
 */
public record AppliedCorrection(int number, ObjectNode before, ObjectNode after) {}
