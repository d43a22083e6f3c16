package dev.parley.conversation.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Updates messages if audio is deleted earlier than announced. */
@ApplicationScoped
public class RecordedSounds {
    private final RecordedSoundRepository repository;

    RecordedSounds(RecordedSoundRepository repository) {
        this.repository = repository;
    }

    /** {@code until}: end of the audio. */
    public record KeptRecording(UUID conversation, UUID recording, Instant until) {}

    /** Never extends a time. */
    public Uni<Void> shorten(TenantId tenant, List<KeptRecording> recordings) {
        return recordings.isEmpty() ? Uni.createFrom().voidItem() : repository.shorten(tenant, recordings);
    }
}
