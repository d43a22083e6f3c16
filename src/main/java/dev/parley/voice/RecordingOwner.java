package dev.parley.voice;

import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The owner of an unsent recording: a visitor, possibly without a conversation, or the shop (null) for a conversation.
 */
public record RecordingOwner(TenantId tenant, @Nullable UUID visitor, @Nullable UUID conversation) {
    public RecordingOwner {
        if (visitor == null && conversation == null) {
            throw new IllegalArgumentException("nobody's");
        }
    }
}
