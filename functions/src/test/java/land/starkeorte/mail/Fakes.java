package land.starkeorte.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** In memory, and as strict as the real ones. */
final class Fakes {
    private Fakes() {}

    /** Keeps what was posted; fails first as often as it is told to. */
    static final class MemoryPost implements MailTransport {
        final List<String> posted = new ArrayList<>();
        final List<RenderedMail> renderer = new ArrayList<>();
        final Deque<RuntimeException> failures = new ArrayDeque<>();
        final Deque<Error> errors = new ArrayDeque<>();

        @Override
        public String send(String to, RenderedMail letter, String mailId) {
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            if (!errors.isEmpty()) {
                throw errors.pop();
            }
            posted.add(to);
            renderer.add(letter);
            return "message-" + posted.size();
        }
    }
}
