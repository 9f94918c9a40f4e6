package land.starkeorte.registrations;

import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.store.Transaction;

/** What comes of what somebody asks for. */
public sealed interface Outcome {
    /** It is let; how the delegation stands when this is written. */
    record Granted(Registration registration, Transaction writes) implements Outcome {
        /** It stood like this before; nothing is to be done. */
        static Granted nothing(Registration registration) {
            return new Granted(registration, Transaction.NONE);
        }
    }

    /** The rules do not let it. */
    record Refused(Refusal why) implements Outcome {}

    /** What is planned, where nothing is refused. */
    static Outcome unless(Optional<Refusal> refusal, Supplier<Outcome> plan) {
        return refusal.<Outcome>map(Refused::new).orElseGet(plan);
    }
}
