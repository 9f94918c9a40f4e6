package land.starkeorte.upkeep;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.events.EventListener;
import land.starkeorte.events.EventSettings;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the others and to the platform. */
public final class UpkeepFunctions {
    private UpkeepFunctions() {}

    /**
     * What the platform starts.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static void register(FunctionRegistrations functions, Function<FunctionContext, BookingCharges> charges) {
        functions.add(
                "maintainEvents",
                context -> maintain(
                        context.settings(EventSettings.class),
                        charges.apply(context),
                        context.store(),
                        context.clock()));
    }

    /** What the registrations' stream and a schedule start. */
    public static LambdaFunction maintain(EventSettings settings, BookingCharges charges, Store store, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings, charges, store, clock);
        Mailings mailings = mailings(settings, store);
        return new MaintainEvents(
                new EventUpkeep(parts, mailings, notifications(parts, mailings, clock), clock), clock);
    }

    /** What a change of an event means for those who come. */
    public static EventListener listener(RegistrationParts parts, EventSettings settings, Store store, Clock clock) {
        return new EventChanges(
                parts.registrations(), notifications(parts, mailings(settings, store), clock), parts.makeSeats());
    }

    /** What those who come were told. */
    public static MailingViews mailings(RegistrationParts parts, EventSettings settings, Store store) {
        return new MailingViews(mailings(settings, store), parts.outbox(), parts.mails());
    }

    private static ParticipantNotifications notifications(RegistrationParts parts, Mailings mailings, Clock clock) {
        return new ParticipantNotifications(parts.registrations(), mailings, parts.outbox(), parts.mails(), clock);
    }

    private static Mailings mailings(EventSettings settings, Store store) {
        return new Mailings(store.table(settings.registrationsTable()));
    }
}
