package land.starkeorte.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type stays as they read it; what nobody can see is not there. */
class TextTest {
    /** Blanks, joiners, fillers, tags, selectors, and marks without anything to stand on. */
    private static final int[] UNSEEN = {
        0x20, 0xA0, 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x180E, 0x2003, 0x200B, 0x200C, 0x200D, 0x202F, 0x2060,
        0x2064, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0x0301, 0x20DD, 0xE0001, 0xE0041, 0xE007F, 0xE0100
    };

    /** Where Unicode is intricate. */
    private static final int[] INTRICATE = {
        'a', 'e', '1', ' ', '\n', 0xAD, 0x0301, 0x0308, 0x034F, 0x0430, 0x0627, 0x06CC, 0x0915, 0x094D, 0x1100, 0x1161,
        0x115F, 0x200B, 0x200C, 0x200D, 0x2060, 0x2764, 0x2800, 0x4E00, 0xA0, 0xAC00, 0xFE0E, 0xFE0F, 0xFEFF, 0x1F3F4,
        0x1F3FD, 0x1F468, 0x1F469, 0x1F600, 0xE0067, 0xE0062, 0xE007F, 0xE0100
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Änne Groß",
                "Dwójomuž w Chóśebuzu, źěło, wjeliki měr",
                "İstanbul’da Işık Çağdaş Şölen",
                "Đặng Thị Ngọc",
                "Straße 4 – „Am Markt“, 100 €",
                "Zeile eins\nZeile zwei\tmit Tabulator",
                "👩‍👩‍👧 und ❤️ und 👍🏽 und 1️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "می‌خواهم",
                "क्‍ष",
                "한국어",
                "葛󠄀城",
                "∑ ½ ² № ™ … ‰"
            })
    void whatHasAMeaningStays(String typed) {
        assertThat(TypedText.clean(typed)).isEqualTo(typed);
        assertThat(TypedText.isReadable(typed, true)).isTrue();
        assertThat(TypedText.clean(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                .isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An\u00ADne",
                "An\u200Bne",
                "An\u200Dne",
                "\u2060Anne",
                "An\u034Fne\uFEFF",
                "An\u3164ne",
                "An\uFE0Fne",
                "Anne\u00A0",
                "An\uDB40\uDC41ne",
                "An\u115Fne\u1160"
            })
    void whatNobodySeesIsTakenOutOfAName(String typed) {
        assertThat(TypedText.clean(typed)).isEqualTo("Anne");
    }

    @Test
    void aTextOfNothingButTheUnseenIsEmpty() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            assertThat(TypedText.clean(some(UNSEEN, random))).isEmpty();
        }
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        var random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String clean = TypedText.clean(some(INTRICATE, random));
            assertThat(TypedText.clean(clean))
                    .as(clean.codePoints().boxed().toList().toString())
                    .isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Test
    void noneOfAllCharactersIsBothUnseenAndEnough() {
        List<String> enough = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> TypedText.isReadable(Character.toString(c), false))
                .filter(TextTest::isUnseen)
                .filter(c -> !TypedText.clean(Character.toString(c)).isEmpty())
                .mapToObj(Integer::toHexString)
                .toList();
        assertThat(enough).isEmpty();
    }

    /** By category, and by Unicode's own list of what a reader may pass over (Default_Ignorable_Code_Point). */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || List.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800).contains(c);
    }

    private static String some(int[] of, Random random) {
        return random.ints(1 + random.nextInt(8), 0, of.length)
                .mapToObj(i -> Character.toString(of[i]))
                .collect(Collectors.joining());
    }
}
