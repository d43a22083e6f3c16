package dev.parley.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Agents' data on a conversation, hidden from visitors: labels, priority, snooze, read position. */
@ApplicationScoped
public class ConversationMarks {
    private static final int MAX_LABELS = 20;
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    private final ConversationMarksRepository repository;
    private final ConversationEvents events;
    private final Clock clock;

    ConversationMarks(ConversationMarksRepository repository, ConversationEvents events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    public Uni<Void> setLabels(TenantId tenant, UUID conversation, List<String> labels) {
        if (labels.size() > MAX_LABELS) {
            throw ParleyException.invalid("too_many_labels", "A conversation has at most 20 labels.");
        }
        return told(tenant, conversation,
                repository.setLabels(tenant, conversation, labels.stream().distinct().toList()));
    }

    public Uni<Void> setPriority(TenantId tenant, UUID conversation, Priority priority) {
        return told(tenant, conversation, repository.setPriority(tenant, conversation, priority));
    }

    /** Until then, or until the visitor writes; null ends it. */
    public Uni<Void> snooze(TenantId tenant, UUID conversation, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE)))) {
            throw ParleyException.field("until", "bad_until", "is a time to come, at most 90 days away.");
        }
        return told(tenant, conversation, repository.snooze(tenant, conversation, until));
    }

    /** Never moves back or beyond the last message. */
    public Uni<Void> read(TenantId tenant, UUID conversation, UUID agent, long seq) {
        return repository.read(tenant, conversation, agent, seq);
    }

    private Uni<Void> told(TenantId tenant, UUID conversation, Uni<Boolean> change) {
        return change.map(found -> {
            if (!found) {
                throw ParleyException.notFound("conversation");
            }
            events.tell(new StaffOnly(tenant, conversation, null));
            return null;
        });
    }
}
