package dev.parley.conversation.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Keeps what messages say of their recordings true, once the sound goes sooner than was said when they were sent. */
@ApplicationScoped
public class RecordedSounds {
    private final RecordedSoundRepository repository;

    RecordedSounds(RecordedSoundRepository repository) {
        this.repository = repository;
    }

    /** A recording that was sent. {@code until}: its sound can be had, and no longer. */
    public record Kept(UUID conversation, UUID recording, Instant until) {}

    /** Where a message says longer, it says this from now on. */
    public Uni<Void> shorten(TenantId tenant, List<Kept> recordings) {
        return recordings.isEmpty() ? Uni.createFrom().voidItem() : repository.shorten(tenant, recordings);
    }
}
