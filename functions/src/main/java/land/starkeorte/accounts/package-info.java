/** Who can sign in, and as what: asked for in the transaction of what happened, made at Cognito afterwards. */
@NullMarked
package land.starkeorte.accounts;

import org.jspecify.annotations.NullMarked;
