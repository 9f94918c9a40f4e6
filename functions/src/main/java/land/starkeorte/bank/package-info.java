/** What a bank says happened on the account (ISO 20022 camt.053), read tolerantly and safely. Knows nothing of fees. */
@NullMarked
package land.starkeorte.bank;

import org.jspecify.annotations.NullMarked;
