package land.starkeorte.messages;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest of something that goes on for long, oldest first.
 *
 * @param earlier before which place those stand that are older; absent where there are none
 */
public record NewestPage<T>(List<T> newest, @Nullable String earlier) {
    /** The longest texts of so many still leave room for everything else in one answer. */
    public static final int MOST = 20;

    /** As pages give it out: a time that sorts, and the id that makes it unique. */
    public static final Pattern PLACE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[0-9a-f]{32}");
}
