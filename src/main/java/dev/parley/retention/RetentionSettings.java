package dev.parley.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationPurge;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Reports a shop's retention, its latest purge, and the effect of another limit. */
@ApplicationScoped
public class RetentionSettings {
    public static final int LONGEST_HOURS = 24 * 366;

    private final RetentionConfig config;
    private final PurgeRepository runs;
    private final Tenants tenants;
    private final ConversationPurge conversations;
    private final Visitors visitors;
    private final Clock clock;

    RetentionSettings(RetentionConfig config, PurgeRepository runs, Tenants tenants, ConversationPurge conversations,
            Visitors visitors, Clock clock) {
        this.config = config;
        this.runs = runs;
        this.tenants = tenants;
        this.conversations = conversations;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** {@code cutoff}: idle since before this is purged next. {@code last}: latest purge that deleted something. */
    public record RetentionStatus(Duration keep, boolean own, Instant cutoff, @Nullable LastPurge last) {}

    public record LastPurge(Instant startedAt, Instant cutoff, long conversations, long messages, long answers,
            long visitors, long recordings) {}

    public record Preview(Duration keep, Instant cutoff, long conversations, long messages, long answers,
            long visitors) {}

    public Uni<RetentionStatus> of(TenantId id) {
        return tenant(id).chain(shop -> {
            RetentionPolicy policy = RetentionPolicy.of(config.days(), shop.retention());
            return runs.last(id).map(last -> new RetentionStatus(policy.keep(), shop.retention() != null,
                    policy.cutoff(clock.instant()), last));
        });
    }

    /** Deletes nothing. A null {@code hours} means the current limit. */
    public Uni<Preview> preview(TenantId id, @Nullable Integer hours) {
        return tenant(id).chain(shop -> {
            RetentionPolicy policy = RetentionPolicy.of(config.days(),
                    hours == null ? shop.retention() : Duration.ofHours(hours));
            Instant cutoff = policy.cutoff(clock.instant());
            return conversations.countIdle(id, cutoff)
                    .chain(idle -> visitors.countIdle(id, cutoff)
                            .map(gone -> new Preview(policy.keep(), cutoff, idle.conversations(), idle.messages(),
                                    idle.answers(), gone)));
        });
    }

    private Uni<Tenant> tenant(TenantId id) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }
}
