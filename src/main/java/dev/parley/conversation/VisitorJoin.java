package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class VisitorJoin {
    private final VisitorJoinRepository repository;
    private final Visitors visitors;
    private final ConversationEvents events;

    VisitorJoin(VisitorJoinRepository repository, Visitors visitors, ConversationEvents events) {
        this.repository = repository;
        this.visitors = visitors;
        this.events = events;
    }

    /** Idempotent. */
    public Uni<Void> join(Visitor anonymous, Visitor known) {
        return visitors.mayJoin(anonymous, known)
                .chain(may -> may
                        ? repository.join(anonymous.tenant(), anonymous.id(), known.id())
                        : Uni.createFrom().item(List.<UUID>of()))
                .invoke(moved -> moved.forEach(id -> events.tell(new VisitorJoined(known.tenant(), id, known.id()))))
                .replaceWithVoid();
    }
}
