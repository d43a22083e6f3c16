package dev.parley.conversation.answer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.Supervision.Held;
import dev.parley.conversation.answer.Supervision.Overdue;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SupervisionRepository {
    /** Concurrent releases are serialized by the conversation's lock; the second finds nothing. */
    private static final String RELEASE = FinishSql.in("""
            WITH locked AS (
                SELECT id, epoch FROM conversation WHERE id = $1 AND tenant_id = $2 AND state = 'with_bot' FOR UPDATE
            ), held AS (
                SELECT a.id, COALESCE(CAST($5 AS text), a.partial_text) AS words, a.held_finish, a.held_name, a.held_sources, a.held_cards
                FROM answer a JOIN locked ON a.conversation_id = locked.id AND a.epoch = locked.epoch
                WHERE a.id = $3 AND a.finish = {held} FOR UPDATE OF a
            ), numbered AS (
                UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = $4 FROM held
                WHERE conversation.id = $1 RETURNING last_seq
            ), ended AS (
                UPDATE answer SET finish = held.held_finish, finished_at = $4, partial_text = '' FROM held
                WHERE answer.id = held.id
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, author_name, text, finish, sources, cards, at)
                SELECT $1, last_seq, $2, 'bot', held_name, words, held_finish, held_sources, held_cards, $4 FROM numbered, held
            )
            SELECT last_seq, held_name, words, held_finish, held_sources, held_cards FROM numbered, held
            """);

    private final Statements statements;

    SupervisionRepository(Statements statements) {
        this.statements = statements;
    }

    record Wishes(@Nullable String whisper, boolean held) {}

    record Released(long seq, @Nullable String name, String text, String finish, String sources,
            String cards) {}

    Uni<@Nullable Wishes> find(TenantId tenant, UUID conversation) {
        return statements.of(tenant).row("SELECT whisper, held FROM conversation WHERE tenant_id = $1 AND id = $2",
                row -> new Wishes(row.getString("whisper"), row.getBoolean("held")), tenant.value(), conversation);
    }

    Uni<List<Held>> held(TenantId tenant, UUID conversation) {
        return statements.of(tenant).rows(FinishSql.in("""
                SELECT a.id, a.partial_text, a.finished_at FROM answer a JOIN conversation c ON c.id = a.conversation_id
                WHERE c.tenant_id = $1 AND c.id = $2 AND a.finish = {held} AND a.epoch = c.epoch ORDER BY a.id"""),
                row -> new Held(row.getUUID("id"), row.getString("partial_text"),
                        Objects.requireNonNull(Statements.instant(row, "finished_at"))),
                tenant.value(), conversation);
    }

    /** False if the conversation does not exist. */
    Uni<Boolean> whisper(TenantId tenant, UUID conversation, @Nullable String text, Instant now) {
        return statements.of(tenant)
                .any("""
                UPDATE conversation SET whisper = $3, whispered_at = $4 WHERE tenant_id = $1 AND id = $2 RETURNING id""",
                        tenant.value(), conversation, text, now);
    }

    Uni<Boolean> hold(TenantId tenant, UUID conversation, boolean on) {
        return statements.of(tenant)
                .any("UPDATE conversation SET held = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id", tenant.value(),
                        conversation, on);
    }

    Uni<@Nullable Released> release(TenantId tenant, UUID conversation, UUID answer, @Nullable String edited,
            Instant now) {
        return statements.of(tenant).row(RELEASE,
                row -> new Released(row.getLong("last_seq"), row.getString("held_name"), row.getString("words"),
                        row.getString("held_finish"),
                        row.getString("held_sources"), row.getString("held_cards")),
                conversation, tenant.value(), answer, now, edited);
    }

    Uni<List<Overdue>> overdue(Instant before, int max) {
        return statements.ofEveryTenant().rows(FinishSql.in("""
                SELECT tenant_id, conversation_id, id FROM answer WHERE finish = {held} AND finished_at < $1
                ORDER BY finished_at LIMIT $2"""),
                row -> new Overdue(new TenantId(row.getUUID("tenant_id")), row.getUUID("conversation_id"),
                        row.getUUID("id")),
                before, max);
    }
}
