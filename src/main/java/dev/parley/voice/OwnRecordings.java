package dev.parley.voice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A visitor's own recordings: unsent ones, and those in the visitor's conversation. */
@ApplicationScoped
class OwnRecordings {
    private final RecordingRepository repository;
    private final ConversationLookup conversations;

    OwnRecordings(RecordingRepository repository, ConversationLookup conversations) {
        this.repository = repository;
        this.conversations = conversations;
    }

    /** Null if absent or another visitor's. */
    Uni<@Nullable StoredRecording> find(Visitor visitor, UUID id) {
        return repository.find(visitor.tenant(), id).chain(found -> found == null
                ? Uni.createFrom().nullItem()
                : isOwn(visitor.tenant(), visitor.id(), found).map(own -> own ? found : null));
    }

    Uni<Boolean> isOwn(TenantId tenant, UUID visitor, StoredRecording recording) {
        UUID conversation = recording.conversation();
        return visitor.equals(recording.visitor())
                ? Uni.createFrom().item(true)
                : conversation == null
                        ? Uni.createFrom().item(false)
                        : conversations.visitor(tenant, conversation).map(visitor::equals);
    }
}
