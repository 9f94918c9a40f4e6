package land.starkeorte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.Dynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What every store promises, in memory as in DynamoDB. */
class StoreContractTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    /** Each test has keys of its own. */
    private final String pk = UUID.randomUUID().toString();

    record Note(String text, int version) {}

    record Line(String text) {}

    record Kept(long expires) {}

    record Everything(
            String text,
            int small,
            long large,
            BigDecimal exact,
            boolean yes,
            Instant at,
            List<Line> lines,
            Map<String, Line> named,
            ObjectNode answers,
            @Nullable String absent) {}

    record Counted(String sk, int many) {}

    static Stream<Named<Table>> tables() {
        return Stream.of(
                Named.of("in memory", new MemoryStore().table("fees")),
                Named.of("DynamoDB", new Dynamo().reach("FeesTable")));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsWrittenIsReadAsItWas(Table table) {
        ObjectNode answers = (ObjectNode) Json.MAPPER.readTree(
                "{\"a\":{\"b\":[1,\"ä\",true,\"\"]},\"empty\":{},\"population\":12000,\"far\":98729374519}");
        var written = new Everything(
                "Größe 🏛",
                -7,
                9_007_199_254_740_993L,
                new BigDecimal("0.1"),
                true,
                NOW.plusNanos(123_456_789),
                List.of(new Line("eins"), new Line("")),
                Map.of("x.y", new Line("z")),
                answers,
                null);
        assertThat(table.write(table.add(pk, "everything", written))).isTrue();
        assertThat(table.find(pk, "everything", Everything.class)).contains(written);
        assertThat(table.find(pk, "nothing", Everything.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nobodyWritesOverWhatTheyHaveNotSeen(Table table) {
        var first = new Note("eins", 0);
        assertThat(table.write(table.save(pk, "note", first))).isTrue();
        assertThat(table.write(table.save(pk, "note", first))).isFalse();
        Note read = table.find(pk, "note", Note.class).orElseThrow();
        assertThat(read).isEqualTo(new Note("eins", 1));
        assertThat(table.write(table.save(pk, "note", new Note("zwei", 1)))).isTrue();
        assertThat(table.write(table.save(pk, "note", new Note("drei", 1)))).isFalse();
        assertThat(table.find(pk, "note", Note.class)).contains(new Note("zwei", 2));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTransactionIsWrittenWhollyOrNotAtAllAndSaysWhatWasInTheWay(Table table) {
        var there = table.add(pk, "b", new Line("b"));
        assertThat(table.write(there)).isTrue();
        var transaction = Transaction.of(table.add(pk, "a", new Line("a")), there, table.add(pk, "c", new Line("c")));
        assertThat(table.store().refused(transaction)).contains(there);
        assertThat(table.find(pk, "a", Line.class)).isEmpty();
        assertThat(table.find(pk, "c", Line.class)).isEmpty();
        assertThat(table.store().refused(Transaction.NONE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTransactionThatWritesOneItemTwiceIsRefused(Table table) {
        assertThatThrownBy(() -> table.write(table.put(pk, "a", new Line("a")), table.put(pk, "a", new Line("b"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(table.find(pk, "a", Line.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void conditionsHoldAsTheySay(Table table) {
        var line = new Line("eins");
        assertThat(table.write(table.delete(pk, "line"))).as("nothing is there").isFalse();
        assertThat(table.write(table.delete(pk, "line", new Condition.Any()))).isTrue();
        assertThat(table.write(table.put(pk, "line", line, new Condition.Present())))
                .isFalse();
        assertThat(table.write(table.add(pk, "line", line))).isTrue();
        assertThat(table.write(table.add(pk, "line", line))).isFalse();
        assertThat(table.write(table.put(pk, "line", line))).isTrue();
        assertThat(table.write(table.delete(pk, "line", new Condition.Holds("text", "zwei"))))
                .isFalse();
        assertThat(table.write(table.delete(pk, "line", new Condition.Holds("text", "eins"))))
                .isTrue();
        assertThat(table.write(table.check(pk, "note", 0), table.add(pk, "beside", line)))
                .isTrue();
        assertThat(table.write(table.check(pk, "note", 1), table.add(pk, "more", line)))
                .isFalse();
        assertThat(table.write(table.save(pk, "note", new Note("eins", 0)))).isTrue();
        assertThat(table.write(table.check(pk, "note", 1), table.add(pk, "more", line)))
                .isTrue();
        assertThat(table.write(table.delete(pk, "note", 2))).isFalse();
        assertThat(table.write(table.delete(pk, "note", 1))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatHasExpiredIsInNobodysWay(Table table) {
        var until = new Kept(NOW.getEpochSecond());
        assertThat(table.write(table.put(pk, "kept", until, new Condition.Expired(NOW))))
                .isTrue();
        assertThat(table.write(table.put(pk, "kept", until, new Condition.Expired(NOW.minusSeconds(1)))))
                .isFalse();
        assertThat(table.write(table.put(pk, "kept", until, new Condition.Expired(NOW))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void countersBeginAtNoughtAndNobodyIsInAnothersWay(Table table) {
        IntStream.range(0, 20).parallel().forEach(i -> {
            boolean written = table.write(
                    table.count(pk, "sent", Map.of("many", 1)), table.count(pk, "drafts", Map.of("many", -1)));
            assertThat(written).isTrue();
        });
        assertThat(table.all(pk, Counted.class)).containsExactly(new Counted("drafts", -20), new Counted("sent", 20));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aCounterWithALimitStopsThere(Table table) {
        var below = new Condition.Below("many", 3);
        var written = IntStream.range(0, 5)
                .mapToObj(i -> table.write(table.count(pk, "sent", Map.of("many", 1), below)))
                .toList();
        assertThat(written).containsExactly(true, true, true, false, false);
        assertThat(table.all(pk, Counted.class)).containsExactly(new Counted("sent", 3));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rangesAreReadInTheOrderOfTheirBytes(Table table) {
        List<String> names = List.of("Z", "a", "a#1", "a#2", "ab", "ä", "\uFFFD", "🏛");
        names.reversed().forEach(name -> table.write(table.add(pk, name, new Line(name))));
        assertThat(texts(table.between(pk, " ", "\uDBFF\uDFFF", Line.class))).isEqualTo(names);
        assertThat(texts(table.all(pk, "a#", Line.class))).containsExactly("a#1", "a#2");
        assertThat(texts(table.between(pk, "a", "ab", Line.class))).containsExactly("a", "a#1", "a#2", "ab");
        assertThat(texts(table.first(pk, "a", "ab", 2, Line.class))).containsExactly("a", "a#1");
        assertThat(texts(table.last(pk, "a", "ab", 2, Line.class))).containsExactly("ab", "a#2");
        assertThat(table.count(pk, "a", "ab")).isEqualTo(4);
        assertThat(table.count(pk, "b", "c")).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void manyAreReadAtOnceHoweverMany(Table table) {
        List<String> pks = IntStream.range(0, 230).mapToObj(i -> pk + i).toList();
        pks.forEach(one -> table.write(table.add(one, "line", new Line(one))));
        var asked = Stream.concat(pks.stream(), Stream.of("nobody", pk + 1)).toList();
        assertThat(table.each(asked, "line", Line.class))
                .hasSize(230)
                .allSatisfy((key, line) -> assertThat(line.text()).isEqualTo(key));
        assertThat(table.each(List.of(), "line", Line.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void inAnIndexStandsWhatHasAPlaceThereAsLongAsItHasOne(Table table) {
        for (int i = 1; i <= 4; i++) {
            var note = new Note("n" + i, 0);
            table.write(table.save(pk, "n" + i, note, Index.waiting(pk, "2026-0" + (5 - i))));
        }
        assertThat(notes(table.first(Index.WAITING, pk, "2026-02", "2026-03", 9, Note.class)))
                .containsExactly("n3", "n2");
        assertThat(notes(table.first(Index.WAITING, pk, "0", "9", 2, Note.class)))
                .containsExactly("n4", "n3");
        assertThat(notes(table.last(Index.WAITING, pk, "0", "9", 2, Note.class)))
                .containsExactly("n1", "n2");
        assertThat(notes(table.all(Index.WAITING, pk, Note.class))).containsExactly("n4", "n3", "n2", "n1");
        table.write(table.save(pk, "n3", new Note("done", 1)));
        assertThat(notes(table.all(Index.WAITING, pk, Note.class))).containsExactly("n4", "n2", "n1");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itIsPlannedAnewUntilNobodyElseWasQuicker(Table table) {
        var tries = new AtomicInteger();
        String said = table.store().retrying(() -> {
            int version = table.find(pk, "note", Note.class).map(Note::version).orElse(0);
            if (tries.incrementAndGet() < 4) {
                table.write(table.save(pk, "note", new Note("quicker", version)));
            }
            return new Planned<>(Transaction.of(table.save(pk, "note", new Note("mine", version))), "said");
        });
        assertThat(said).isEqualTo("said");
        assertThat(tries).hasValue(4);
        assertThat(table.find(pk, "note", Note.class)).contains(new Note("mine", 4));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whoeverIsNeverQuickEnoughIsToldSoAndWhatIsSaidInsteadEndsIt(Table table) {
        table.write(table.add(pk, "line", new Line("there")));
        var impossible = new Planned<>(Transaction.of(table.add(pk, "line", new Line("mine"))), "written");
        assertThatThrownBy(() -> table.store().retrying(() -> impossible)).isInstanceOf(BusyException.class);
        assertThat(table.store().retrying(() -> impossible, () -> Optional.of("there already")))
                .isEqualTo("there already");
        assertThat(table.find(pk, "line", Line.class)).contains(new Line("there"));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    private static List<String> notes(List<Note> notes) {
        return notes.stream().map(Note::text).toList();
    }
}
