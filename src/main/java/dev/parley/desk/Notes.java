package dev.parley.desk;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.Agents;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Conversations;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Agents' notes. Events say only that there is one. */
@ApplicationScoped
public class Notes {
    private final NoteRepository repository;
    private final Conversations conversations;
    private final Agents agents;
    private final ConversationEvents events;
    private final Ids ids;
    private final Clock clock;

    Notes(NoteRepository repository, Conversations conversations, Agents agents, ConversationEvents events, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.agents = agents;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Idempotent by client id. Drops mentions of unknown agents. */
    public Uni<Note> add(Agent author, UUID conversation, NewNote note) {
        UUID id = ids.next();
        return conversations.get(author.tenant(), conversation)
                .chain(found -> agents.names(author.tenant(), note.mentions())
                        .chain(colleagues -> repository.add(author, conversation, id,
                                note.mentioning(colleagues.keySet()), found.lastSeq(), clock.instant())))
                .invoke(added -> {
                    if (added) {
                        events.tell(new StaffOnly(author.tenant(), conversation, id));
                    }
                })
                .chain(() -> repository.findByClientId(author, conversation, note.clientId()))
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"))
                .map(stored -> stored.named(author.name()));
    }

    public Uni<List<Note>> of(TenantId tenant, UUID conversation) {
        return repository.of(tenant, conversation).chain(notes -> named(tenant, notes));
    }

    public Uni<Note> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(() -> ParleyException.notFound("note"))
                .chain(note -> named(tenant, List.of(note)))
                .map(List::getFirst);
    }

    private Uni<List<Note>> named(TenantId tenant, List<Note> notes) {
        return agents.names(tenant, notes.stream().map(Note::author).collect(Collectors.toSet()))
                .map(names -> notes.stream().map(note -> note.named(names.getOrDefault(note.author(), ""))).toList());
    }
}
