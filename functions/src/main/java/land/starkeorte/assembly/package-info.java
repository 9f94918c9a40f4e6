/**
 * How functions are put together. A feature registers each of its functions under the name that a Lambda pins; the handler
 * makes that one, and no other, of what its environment says, and asks Spring Cloud Function's catalog for
 * {@code decode|name|encode}: what comes in, the function itself, and what goes out are functions of their own, each typed.
 *
 * <p>Two kinds of function there are: {@link land.starkeorte.http.HttpFunction} answers requests; a
 * {@link land.starkeorte.assembly.TriggeredFunction} does what a stream, a schedule, a bucket or a topic starts, and has no
 * answer.
 *
 * <p>There is no Spring context. The one that {@code FunctionInvoker} starts doubles the time of a cold start, lets an HTTP
 * header choose the function where none is pinned, and logs whole events; a context of our own costs 6 to 10 % of a start, and
 * holds the package above 20 MB, for wiring that the compiler checks here.
 */
@NullMarked
package land.starkeorte.assembly;

import org.jspecify.annotations.NullMarked;
