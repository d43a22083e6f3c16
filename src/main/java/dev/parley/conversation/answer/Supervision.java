package dev.parley.conversation.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Message;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Supervision {
    private static final int LONGEST_WHISPER = 1000;
    private static final int LONGEST_ANSWER = 10_000;

    private final SupervisionRepository repository;
    private final ConversationEvents events;
    private final SourcesJson sources;
    private final Clock clock;

    Supervision(SupervisionRepository repository, ConversationEvents events, SourcesJson sources, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.sources = sources;
        this.clock = clock;
    }

    /** {@code waiting} is oldest first. */
    public record SupervisionState(@Nullable String whisper, boolean held, List<Held> waiting) {}

    public record Held(UUID answer, String text, Instant at) {}

    public record Overdue(TenantId tenant, UUID conversation, UUID answer) {}

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<SupervisionState> of(TenantId tenant, UUID conversation) {
        return repository.find(tenant, conversation)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"))
                .chain(found -> repository.held(tenant, conversation)
                        .map(waiting -> new SupervisionState(found.whisper(), found.held(), waiting)));
    }

    /** For the bot's next answer; null clears it. */
    public Uni<Void> whisper(TenantId tenant, UUID conversation, @Nullable String text) {
        String clean = text == null ? "" : text.replace("\u0000", "").strip();
        if (clean.length() > LONGEST_WHISPER) {
            throw ParleyException.field("text", "bad_whisper", "has at most 1,000 characters.");
        }
        return told(tenant, conversation,
                repository.whisper(tenant, conversation, clean.isEmpty() ? null : clean, clock.instant()));
    }

    /** From the next answer on; waiting ones keep waiting. */
    public Uni<Void> hold(TenantId tenant, UUID conversation, boolean on) {
        return told(tenant, conversation, repository.hold(tenant, conversation, on));
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

    /** Stores the answer, possibly edited. Fails with `not_held` if it no longer waits. */
    public Uni<Message> release(TenantId tenant, UUID conversation, UUID answer, @Nullable String edited) {
        String text = edited == null ? null : edited.replace("\u0000", "");
        if (text != null && (text.isBlank() || text.length() > LONGEST_ANSWER)) {
            throw ParleyException.field("text", "bad_text", "has 1 to 10,000 characters, or is left out.");
        }
        Instant now = clock.instant();
        return repository.find(tenant, conversation)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"))
                .chain(() -> repository.release(tenant, conversation, answer, text, now))
                .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "not_held",
                        "This answer does not wait any more: it has gone out, or the conversation has another owner."))
                .map(released -> released(tenant, conversation, released, now));
    }

    private Message released(TenantId tenant, UUID conversation, SupervisionRepository.Released released,
            Instant now) {
        Message message = new Message(released.seq(), Author.BOT, released.name(), released.text(), now, null,
                sources.read(released.sources()), released.finish(), released.cards());
        events.tell(new Typing(tenant, conversation, Author.AGENT, false, null));
        events.tell(new MessageStored(tenant, conversation, message));
        return message;
    }

    /** Of any shop, waiting since before then. */
    public Uni<List<Overdue>> overdue(Instant before, int max) {
        return repository.overdue(before, max);
    }
}
