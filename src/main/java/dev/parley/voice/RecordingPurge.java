package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.attachment.RecordedSounds;
import dev.parley.conversation.attachment.RecordedSounds.KeptRecording;
import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.voice.RecordingEndRepository.Ended;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Deletes recordings, and lists a visitor's for export. */
@ApplicationScoped
public class RecordingPurge {
    private final RecordingEndRepository repository;
    private final RecordingRepository recordings;
    private final RecordedSounds messages;
    private final ConversationLookup conversations;

    RecordingPurge(RecordingEndRepository repository, RecordingRepository recordings, RecordedSounds messages,
            ConversationLookup conversations) {
        this.messages = messages;
        this.conversations = conversations;
        this.repository = repository;
        this.recordings = recordings;
    }

    /** An unsent recording; sent ones are exported with their messages. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unsent(UUID id, double seconds, @Nullable String heard, @Nullable String language) {}

    public Uni<Set<TenantId>> shops() {
        return repository.shops();
    }

    /** Deletes a batch of expired recordings. Conversations idle since {@code idleBefore} are purged next. */
    public Uni<Integer> purge(Tenant shop, Instant now, Instant idleBefore, int batch) {
        Duration keep = shop.settings().voice().keep();
        return repository.conversations(shop.id())
                .chain(spoken -> conversations.idle(shop.id(), spoken, idleBefore))
                .chain(idle -> repository.deleteOver(shop.id(), now, now.minus(Recordings.UNSENT_FOR),
                        now.minus(keep), idle, batch))
                .call(gone -> tell(shop.id(), gone)).map(List::size);
    }

    /** Applies a shorter retention to existing recordings. */
    public Uni<Void> shorten(TenantId tenant, Duration keep) {
        return repository.shorten(tenant, keep).chain(sooner -> tell(tenant, sooner));
    }

    private Uni<Void> tell(TenantId tenant, List<Ended> recordings) {
        return messages.shorten(tenant, recordings.stream().filter(each -> each.conversation() != null)
                .map(each -> new KeptRecording(Objects.requireNonNull(each.conversation()), each.id(), each.at()))
                .toList());
    }

    /** Deletes all recordings of a visitor at once. */
    public Uni<Integer> purgeOf(TenantId tenant, UUID visitor) {
        return conversations.of(tenant, visitor).chain(all -> repository.deleteOf(tenant, visitor, all));
    }

    public Uni<List<Unsent>> unsentOf(TenantId tenant, UUID visitor) {
        return recordings.unsentOf(tenant, visitor).map(found -> found.stream()
                .map(each -> new Unsent(each.id(), each.seconds(), each.transcript(), each.language())).toList());
    }
}
