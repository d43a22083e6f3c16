package dev.parley.tool;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Actions that wait for a visitor's yes, at most one in a conversation. */
@ApplicationScoped
public class Confirmations {
    /** A yes that comes later is likely to answer something else. */
    private static final Duration WITHIN = Duration.ofMinutes(15);

    private final ToolRepository repository;
    private final Clock clock;

    Confirmations(ToolRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The arguments as the model gave them; they are checked again before anything is done. */
    public record Waiting(UUID tool, String arguments) {}

    public Uni<Void> ask(TenantId tenant, UUID conversation, Tool tool, String arguments) {
        return repository.wait(tenant, conversation, tool.id(), arguments, clock.instant()).replaceWithVoid();
    }

    /** What the visitor's yes or no is about; null when nothing waits. Whichever it is, it waits no longer. */
    public Uni<@Nullable Waiting> take(TenantId tenant, UUID conversation) {
        return repository.take(tenant, conversation, clock.instant(), WITHIN);
    }
}
