/**
 * Members: how a municipality becomes one, what it tells about itself, and what of it everybody may see.
 *
 * <p><b>Members.</b> Whoever has paid waits in the members' table; its stream begins the membership, opens accounts and says
 * welcome, and the accounts' own stream tells Cognito. A profile is published when the office has approved exactly the version
 * it looked at. Pictures pass the documents' checks, which draw them once, then are drawn anew, the right way up and without
 * metadata.
 */
@NullMarked
package land.starkeorte.members;

import org.jspecify.annotations.NullMarked;
