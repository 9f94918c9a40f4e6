/**
 * The founding municipalities' pre-selection: one voice each, in confidence until the result.
 *
 * <p><b>Votes.</b> One record holds a vote with all its voices, so a voice and the result it brings are one write. The result
 * stands when the quorum has voted and the voices are not even, when it cannot be reached any more, when all have spoken, or
 * at the deadline. Before it nobody, the office included, sees who voted what; nobody reads a count before they have voted.
 */
@NullMarked
package land.starkeorte.preselection;

import org.jspecify.annotations.NullMarked;
