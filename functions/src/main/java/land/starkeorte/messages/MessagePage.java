package land.starkeorte.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages as they are told, oldest first.
 *
 * @param earlier before which place those stand that are older; absent where there are none
 */
public record MessagePage(List<Message> messages, @Nullable String earlier) {
    /** As the office reads them. */
    public static MessagePage of(NewestPage<Message> page) {
        return new MessagePage(page.newest(), page.earlier());
    }
}
