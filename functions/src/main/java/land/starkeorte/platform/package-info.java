/**
 * What a function needs around it: settings, SDK clients, one clock, one JSON mapper, ids and secrets, a log, schedules and
 * batches.
 *
 * <p><b>Time.</b> {@code Remind} runs every hour of the day, not at night: reminders, votes whose time is over, interviews
 * without an outcome, unpaid invoices. Each thing is tried, then the run fails loudly naming what was not done; a second or
 * late run repeats nothing.
 *
 * <p>What was tried: Spring Cloud Function's own FunctionInvoker starts a Spring Boot application (2.0–2.1 times the
 * hand-written start in earlier measurements, 1.9 with lazy beans); here its function registry is filled by hand with the one
 * pinned function, without Boot, web, Joda, conversion service or a logging system. Functions that send no mail are packed
 * without SES (3 MB).
 */
@NullMarked
package land.starkeorte.platform;

import org.jspecify.annotations.NullMarked;
