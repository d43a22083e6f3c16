package dev.parley.voice;

import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Whose recording it is until it is sent: a visitor's, who may not have begun a conversation yet, or that of a conversation, where the shop
 * records for its visitor.
 *
 * @param visitor null: the shop asks
 * @param conversation that it will be sent in, as far as anybody knows; for the shop, always
 */
public record RecordingOwner(TenantId tenant, @Nullable UUID visitor, @Nullable UUID conversation) {
    public RecordingOwner {
        if (visitor == null && conversation == null) {
            throw new IllegalArgumentException("nobody's");
        }
    }
}
