package land.starkeorte.registrations;

import static land.starkeorte.registrations.RegistrationState.CANCELLED;
import static land.starkeorte.registrations.RegistrationState.LAPSED;
import static land.starkeorte.registrations.RegistrationState.OFFERED;
import static land.starkeorte.registrations.RegistrationState.PENDING;
import static land.starkeorte.registrations.RegistrationState.REGISTERED;
import static land.starkeorte.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import land.starkeorte.events.SampleEvent;
import land.starkeorte.registrations.Registration.Hold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves, walked whole. */
class RegistrationStateTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "PENDING,    REGISTERED WAITING CANCELLED LAPSED",
                "WAITING,    OFFERED REGISTERED CANCELLED LAPSED",
                "OFFERED,    REGISTERED CANCELLED LAPSED",
                "REGISTERED, CANCELLED",
                "CANCELLED,  \"\"",
                "LAPSED,     \"\""
            })
    void eachStateHasItsMovesAndNoOthers(RegistrationState from, String expected) {
        Set<RegistrationState> moves = Arrays.stream(RegistrationState.values())
                .filter(from::canBecome)
                .collect(Collectors.toSet());
        assertThat(moves)
                .isEqualTo(Arrays.stream(expected.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(RegistrationState::valueOf)
                        .collect(Collectors.toSet()));
    }

    @Test
    void itBeginsPendingRegisteredOrWaiting() {
        assertThat(RegistrationState.values())
                .filteredOn(RegistrationState::canBegin)
                .containsExactly(PENDING, REGISTERED, WAITING);
    }

    @Test
    void nothingFollowsWhatHasEnded() {
        assertThat(RegistrationState.values())
                .filteredOn(RegistrationState::isFinal)
                .containsExactly(CANCELLED, LAPSED);
    }

    @Test
    void onlyWhatIsHeldForSomebodyIsToBeAnswered() {
        assertThat(RegistrationState.values())
                .filteredOn(RegistrationState::isToBeAnswered)
                .containsExactly(PENDING, OFFERED);
    }

    /** A registration refuses every move that the table does not have, whoever asks for it. */
    @ParameterizedTest
    @EnumSource
    void aRegistrationMovesAsTheTableSays(RegistrationState from) {
        Registration registration = SampleRegistration.standing(SampleEvent.plain(), from, 2);
        assertThat(registration.state()).isEqualTo(from);
        for (RegistrationState next : RegistrationState.values()) {
            if (from.canBecome(next)) {
                assertThat(registration.moved(next, Hold.NOTHING).state()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> registration.moved(next, Hold.NOTHING))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void whatWasStoredDoesNotBeginAnew() {
        Registration asked = SampleRegistration.asked(SampleEvent.plain(), SampleRegistration.people(1));
        assertThatThrownBy(() -> asked.begun(OFFERED, Hold.NOTHING)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> asked.begun(LAPSED, Hold.NOTHING)).isInstanceOf(IllegalStateException.class);
    }

    /** Long after the event nobody waits or answers any more; who came stays one who came. */
    @ParameterizedTest
    @CsvSource({
        "PENDING, LAPSED",
        "WAITING, LAPSED",
        "OFFERED, LAPSED",
        "REGISTERED, REGISTERED",
        "CANCELLED, CANCELLED",
        "LAPSED, LAPSED"
    })
    void whatIsForgottenEndsWhatWasOpen(RegistrationState from, RegistrationState to) {
        Registration registration = SampleRegistration.standing(SampleEvent.plain(), from, 2);
        assertThat(registration.withoutNeeds().state()).isEqualTo(to);
        Registration forgotten = registration.withoutNames();
        assertThat(forgotten.state()).isEqualTo(to);
        assertThat(forgotten.until()).isNull();
        assertThat(forgotten.size()).isEqualTo(2);
        assertThat(forgotten.delegation().contact()).isEmpty();
    }
}
