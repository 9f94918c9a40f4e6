/** Records in DynamoDB: tables, transactions that stand or fall as a whole, and effects that happen once for a key. */
@NullMarked
package land.starkeorte.store;

import org.jspecify.annotations.NullMarked;
