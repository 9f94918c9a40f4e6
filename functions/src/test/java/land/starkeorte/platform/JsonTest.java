package land.starkeorte.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is stored and answered is what a record is made of. */
class JsonTest {
    /** Something that says more of itself than it is made of. */
    public record Room(String name, boolean open) {
        /** Follows from what it is made of. */
        public boolean isNamed() {
            return !name.isEmpty();
        }
    }

    @Test
    void aRecordIsItsComponentsAndNothingThatFollowsFromThem() {
        assertThat(Json.MAPPER.writeValueAsString(new Room("Saal", true)))
                .isEqualTo("{\"name\":\"Saal\",\"open\":true}");
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        var room = new Room("Saal", false);
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(room), Room.class))
                .isEqualTo(room);
    }
}
