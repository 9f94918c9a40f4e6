package land.starkeorte.mail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In memory, and as strict as the real ones. */
final class Fakes {
    private Fakes() {}

    static final class MemoryOutbox implements Outbox {
        final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
        private final java.util.Set<String> suppressed = new java.util.HashSet<>();
        private final Map<String, List<String>> counted = new LinkedHashMap<>();
        private final Map<String, Instant> ends = new LinkedHashMap<>();
        private @Nullable Instant taken;

        void put(Mail mail, Instant now) {
            entries.put(mail.id(), new OutboxEntry(mail, OutboxEntry.State.QUEUED, now, 0, now, null, null, null));
        }

        @Override
        public Optional<OutboxEntry> claim(String id, Instant now, Instant lease) {
            OutboxEntry entry = entries.get(id);
            if (entry == null
                    || entry.state() != OutboxEntry.State.QUEUED
                    || entry.due().isAfter(now)) {
                return Optional.empty();
            }
            var claimed = new OutboxEntry(
                    entry.mail(), entry.state(), entry.queuedAt(), entry.attempts() + 1, lease, null, null, null);
            entries.put(id, claimed);
            return Optional.of(claimed);
        }

        @Override
        public void sent(String id, String messageId, SentText written) {
            OutboxEntry entry = entries.get(id);
            if (entry.state() != OutboxEntry.State.QUEUED) {
                return;
            }
            entries.put(
                    id,
                    new OutboxEntry(
                            entry.mail(),
                            OutboxEntry.State.SENT,
                            entry.queuedAt(),
                            entry.attempts(),
                            entry.due(),
                            messageId,
                            null,
                            written));
        }

        @Override
        public void closed(String id, OutboxEntry.State state, String reason) {
            OutboxEntry entry = entries.get(id);
            entries.put(
                    id,
                    new OutboxEntry(
                            entry.mail(),
                            state,
                            entry.queuedAt(),
                            entry.attempts(),
                            entry.due(),
                            null,
                            reason,
                            entry.written()));
        }

        @Override
        public void retry(String id, Instant due) {
            OutboxEntry entry = entries.get(id);
            entries.put(
                    id,
                    new OutboxEntry(
                            entry.mail(), entry.state(), entry.queuedAt(), entry.attempts(), due, null, null, null));
        }

        @Override
        public void postpone(String id, Instant due) {
            OutboxEntry entry = entries.get(id);
            entries.put(
                    id,
                    new OutboxEntry(
                            entry.mail(),
                            entry.state(),
                            entry.queuedAt(),
                            entry.attempts() - 1,
                            due,
                            null,
                            null,
                            null));
        }

        @Override
        public List<String> due(Instant now, int most) {
            return entries.entrySet().stream()
                    .filter(entry -> entry.getValue().state() == OutboxEntry.State.QUEUED)
                    .filter(entry -> !entry.getValue().due().isAfter(now))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public boolean isTurn(Instant now) {
            boolean free = taken == null || taken.getEpochSecond() < now.getEpochSecond();
            taken = free ? now : taken;
            return free;
        }

        @Override
        public Optional<OutboxEntry> find(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        @Override
        public boolean count(String id, List<MailLimits.Count> counts, Instant now) {
            for (MailLimits.Count count : counts) {
                if (!now.isBefore(ends.getOrDefault(count.key(), Instant.EPOCH))) {
                    counted.put(count.key(), new ArrayList<>());
                    ends.put(count.key(), now.plus(count.within()));
                }
            }
            if (counts.stream()
                    .anyMatch(count -> !counted.get(count.key()).contains(id)
                            && counted.get(count.key()).size() >= count.most())) {
                return false;
            }
            counts.stream()
                    .map(count -> counted.get(count.key()))
                    .filter(mails -> !mails.contains(id))
                    .forEach(mails -> mails.add(id));
            return true;
        }

        @Override
        public boolean isSuppressed(String address) {
            return suppressed.contains(land.starkeorte.forms.MailAddresses.normal(address));
        }

        @Override
        public void suppress(String address, String reason, Instant now) {
            suppressed.add(land.starkeorte.forms.MailAddresses.normal(address));
        }
    }

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
