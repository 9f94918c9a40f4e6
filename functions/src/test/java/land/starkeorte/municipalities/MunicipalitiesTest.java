package land.starkeorte.municipalities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official list, walked from end to end. */
class MunicipalitiesTest {
    private static final Path FOLDER = Path.of("src/main/resources");

    private final List<String[]> all = lines("municipalities.csv");
    private final List<String[]> former = lines("former-municipalities.csv");

    @Test
    void allMunicipalitiesOfTheCensusAreThere() {
        assertThat(all)
                .hasSize(10_784)
                .allSatisfy(columns -> assertThat(columns)
                        .hasSize(8)
                        .allSatisfy(column -> assertThat(column).isNotBlank().isEqualTo(column.strip())));
        assertThat(all.stream().mapToLong(columns -> Long.parseLong(columns[7])).sum())
                .isEqualTo(82_708_493);
        assertThat(all.stream().map(columns -> columns[0]))
                .doesNotHaveDuplicates()
                .allMatch(ags -> ags.matches("(0[1-9]|1[0-6])[0-9]{6}"));
    }

    @Test
    void eachIsFoundByItsKeyWithKreisLandAndPlace() {
        for (String[] columns : all) {
            Municipality municipality = Municipalities.find(columns[0]).orElseThrow();
            assertThat(municipality.name()).isEqualTo(columns[1]);
            assertThat(municipality.district()).isEqualTo(columns[3]);
            assertThat(columns[0]).startsWith(columns[4]);
            assertThat(municipality.land()).isNotEmpty();
            Municipalities.Place place = Municipalities.place(columns[0]).orElseThrow();
            assertThat(place.north()).as(municipality.label()).isBetween(47.27, 55.06);
            assertThat(place.east()).as(municipality.label()).isBetween(5.86, 15.05);
        }
    }

    @Test
    void noTwoHaveTheSameLabelNotEvenOneThatIsNoMore() {
        var labels = new HashMap<String, String>();
        for (String[] columns : all) {
            String label = Municipalities.named(columns[0]).label();
            assertThat(labels.put(label, columns[0])).as(label).isNull();
        }
        for (String[] columns : former) {
            String label = Municipalities.named(columns[0]).label();
            assertThat(labels.put(label, columns[0])).as(label).isNull();
        }
    }

    @Test
    void aLabelSaysNameKreisAndLandButNothingTwice() {
        Map.of(
                        "01054086", "Neukirchen (Nordfriesland, Schleswig-Holstein)",
                        "01055031", "Neukirchen (Ostholstein, Schleswig-Holstein)",
                        "03159016", "Göttingen (Niedersachsen)",
                        "09162000", "München (Bayern)",
                        "11000000", "Berlin",
                        "13075101", "Neuenkirchen (Vorpommern-Greifswald, Mecklenburg-Vorpommern, AGS 13075101)",
                        "14521410", "Neukirchen/Erzgeb. (Erzgebirgskreis, Sachsen)",
                        "12062224", "Herzberg (Elster) (Elbe-Elster, Brandenburg)")
                .forEach((ags, label) -> assertThat(
                                Municipalities.find(ags).orElseThrow().label())
                        .isEqualTo(label));
    }

    @Test
    void theFoundersAndTheFirstMemberAreThere() {
        Map.of(
                        "12073008", "Angermünde",
                        "12062224", "Herzberg (Elster)",
                        "14521410", "Neukirchen/Erzgeb.",
                        "09479129", "Kirchenlamitz",
                        "09479135", "Marktleuthen",
                        "09471154", "Lisberg")
                .forEach((ags, name) -> assertThat(
                                Municipalities.find(ags).orElseThrow().name())
                        .isEqualTo(name));
    }

    @Test
    void lettersAreGermanAndWhole() {
        var letters = new HashSet<Integer>();
        all.forEach(columns -> (columns[1] + columns[3]).chars().forEach(letters::add));
        letters.removeIf(letter -> letter < 128);
        assertThat(letters.stream().map(Character::toString)).containsExactlyInAnyOrder("ä", "ö", "ü", "Ö", "Ü", "ß");
    }

    @Test
    void whatMergedOrGotANewKeyKeepsItsNameButCannotApply() {
        assertThat(former).hasSize(390);
        for (String[] columns : former) {
            assertThat(Municipalities.find(columns[0])).isEmpty();
            assertThat(Municipalities.named(columns[0]).name()).isEqualTo(columns[1]);
            assertThat(Municipalities.place(columns[0])).isPresent();
        }
        assertThat(Municipalities.named("03152012").label())
                .isEqualTo("Göttingen (Niedersachsen, früher AGS 03152012)");
    }

    @Test
    void whateverWasStoredHasALabelAndNoPlaceNobodyKnows() {
        for (String ags : List.of("", "1", "99999999", "00000000", "17123456", "01001000;Flensburg", "ÄÖÜ", "\n")) {
            assertThat(Municipalities.find(ags)).isEmpty();
            assertThat(Municipalities.named(ags).label()).startsWith("Kommune");
            assertThat(Municipalities.place(ags)).isEmpty();
        }
        assertThat(Municipalities.named("03999999").label()).isEqualTo("Kommune 03999999 (Niedersachsen)");
    }

    private static List<String[]> lines(String file) {
        try (var lines = Files.lines(FOLDER.resolve(file), UTF_8)) {
            return lines.skip(1).map(line -> line.split(";", -1)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
