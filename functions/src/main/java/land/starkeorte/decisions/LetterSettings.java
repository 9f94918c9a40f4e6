package land.starkeorte.decisions;

/**
 * What writing letters needs to know.
 *
 * @param networkAddress what stands in the letterhead: name and address, parts separated by commas
 */
public record LetterSettings(DecisionSettings decisions, String networkAddress) {}
