package dev.parley.handoff;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Conversations;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Agent;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** What agents tell each other about a conversation. What is told of a note is only that there is one. */
@ApplicationScoped
public class Notes {
    private final NoteRepository repository;
    private final Conversations conversations;
    private final ConversationEvents events;
    private final Ids ids;
    private final Clock clock;

    Notes(NoteRepository repository, Conversations conversations, ConversationEvents events, Ids ids, Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a note; a resend finds the first. */
    public Uni<Note> add(Agent author, UUID conversation, NewNote note) {
        UUID id = ids.next();
        return conversations.get(author.tenant(), conversation)
                .chain(() -> repository.add(author, conversation, id, note, clock.instant()))
                .invoke(added -> {
                    if (added) {
                        events.tell(new StaffOnly(author.tenant(), conversation, id));
                    }
                })
                .chain(() -> repository.findByClientId(author, conversation, note.clientId()))
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"));
    }

    /** Oldest first. */
    public Uni<List<Note>> of(TenantId tenant, UUID conversation) {
        return repository.of(tenant, conversation);
    }

    public Uni<Note> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(() -> ParleyException.notFound("note"));
    }
}
