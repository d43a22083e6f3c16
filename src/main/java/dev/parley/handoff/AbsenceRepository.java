package dev.parley.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.handoff.Absence.Whereabouts;
import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Whose agents are not there while visitors wait for an answer. */
@ApplicationScoped
class AbsenceRepository {
    /** Who works by REST alone, without a console, is there as long as a session is open. */
    private static final String WHEREABOUTS = """
            CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled'
                WHEN NOT EXISTS (SELECT 1 FROM agent_presence p WHERE p.agent_id = a.id AND p.tenant_id = a.tenant_id
                        AND p.seen_at > now() - INTERVAL '15 seconds')
                    AND (a.console_closed_at IS NOT NULL
                        OR EXISTS (SELECT 1 FROM agent_presence p WHERE p.agent_id = a.id AND p.tenant_id = a.tenant_id)
                        OR NOT EXISTS (SELECT 1 FROM agent_session s WHERE s.agent_id = a.id AND s.revoked_at IS NULL
                            AND s.expires_at > now())) THEN 'gone'
                WHEN a.away THEN 'away' ELSE 'there' END""";

    private static final String UNANSWERED = """
            SELECT c.tenant_id, c.id, c.agent_id, %s AS whereabouts, GREATEST(question.at, told.at) AS since
            FROM conversation c JOIN agent a ON a.tenant_id = c.tenant_id AND a.id = c.agent_id
            CROSS JOIN LATERAL (
                SELECT min(at) AS at FROM message m
                WHERE m.conversation_id = c.id AND m.tenant_id = c.tenant_id AND m.author = 'visitor'
                  AND m.seq > COALESCE((SELECT max(seq) FROM message
                      WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author = 'agent'), 0)
            ) question
            LEFT JOIN LATERAL (
                SELECT max(at) AS at FROM message
                WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author = 'system'
            ) told ON true
            WHERE c.state = 'with_agent' AND question.at IS NOT NULL
              AND (c.snoozed_until IS NULL OR c.snoozed_until <= $1)
            """.formatted(WHEREABOUTS);

    private static final String OF = """
            SELECT %s AS whereabouts, COALESCE((SELECT max(at) FROM message
                WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author IN ('system', 'agent')), c.created_at) AS last_acted
            FROM conversation c JOIN agent a ON a.tenant_id = c.tenant_id AND a.id = c.agent_id
            WHERE c.tenant_id = $1 AND c.id = $2 AND a.id = $3
            """.formatted(WHEREABOUTS);

    private final Statements statements;

    AbsenceRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * A question that its owner has not answered.
     *
     * @param since when it was asked, or the visitor was last told something
     */
    record Unanswered(TenantId tenant, UUID conversation, UUID agent, Whereabouts owner, Instant since) {}

    /** Of all shops. */
    Uni<List<Unanswered>> unanswered(Instant now) {
        return statements.ofEveryTenant().rows(UNANSWERED,
                row -> new Unanswered(new TenantId(row.getUUID("tenant_id")), row.getUUID("id"),
                        row.getUUID("agent_id"),
                        Whereabouts.of(row.getString("whereabouts")),
                        Objects.requireNonNull(Statements.instant(row, "since"))),
                now);
    }

    /**
     * Where the owner of a conversation is.
     *
     * @param lastActed when the owner took it or last wrote in it
     */
    record Owner(Whereabouts whereabouts, Instant lastActed) {}

    /** Null when the agent is not the owner any more. */
    Uni<@Nullable Owner> owner(TenantId tenant, UUID conversation, UUID agent) {
        return statements.of(tenant).row(OF,
                row -> new Owner(Whereabouts.of(row.getString("whereabouts")),
                        Objects.requireNonNull(Statements.instant(row, "last_acted"))),
                tenant.value(), conversation, agent);
    }
}
