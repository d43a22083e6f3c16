package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.speech.AudioFormat;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RecordingRepository {
    /** Longer than any wait for a speech server. After a kill, another replica takes over. */
    private static final String LEASE = "now() + INTERVAL '45 seconds'";
    private static final String COLUMNS = """
            id, visitor_id, conversation_id, sent_as, format, millis, size, peaks, sealed_key, heard, language,
                COALESCE(hearing_until > now(), false) AS busy, keep_until""";

    /** Two concurrent uploads may exceed the limit by one, which is harmless. */
    private static final String ADD = """
            INSERT INTO recording (tenant_id, id, visitor_id, conversation_id, format, millis, size, peaks, created_at, keep_until,
                hearer, hearing_until)
            SELECT $1, $2, $3, CASE WHEN CAST($3 AS uuid) IS NULL THEN CAST($4 AS uuid) END, $5, $6, CAST($7 AS bigint), CAST($8 AS text), $9, $10,
                $11, %s
            FROM (SELECT count(*) AS number, CAST(COALESCE(sum(size), 0) AS bigint) AS bytes FROM recording
                WHERE tenant_id = $1 AND (visitor_id = $3 OR conversation_id = $4)) others
            WHERE number < CAST($12 AS bigint) AND bytes + CAST($7 AS bigint) <= CAST($13 AS bigint)
            ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id
            """.formatted(LEASE);

    private static final String TAKE = """
            UPDATE recording SET hearer = $3, hearing_until = %s
            WHERE tenant_id = $1 AND id = $2 AND heard IS NULL AND (hearing_until IS NULL OR hearing_until <= now())
            RETURNING id
            """.formatted(LEASE);

    /** Stored for the conversation's visitor, also if the shop sends it. */
    private static final String CLAIM = """
            UPDATE recording SET conversation_id = $3, visitor_id = NULL, sent_as = $4
            WHERE tenant_id = $1 AND id = $2 AND (sent_as IS NULL OR sent_as = $4)
              AND (conversation_id = $3 OR visitor_id = $6)
              AND ($5 OR sealed_key IS NOT NULL)
            RETURNING\s""" + COLUMNS;

    private final Statements statements;

    RecordingRepository(Statements statements) {
        this.statements = statements;
    }

    /** {@code most}: recordings per conversation; {@code mostBytes}: total per conversation. */
    record Fresh(RecordingOwner owner, RecordingUpload upload, AudioFormat format, Duration length, long size,
            Instant now, Instant keepUntil, UUID transcriber, int most, long mostBytes) {}

    /** False if the id exists or a limit is reached. */
    Uni<Boolean> add(Fresh fresh) {
        RecordingOwner owner = fresh.owner();
        return statements.of(owner.tenant())
                .any(ADD, owner.tenant().value(), fresh.upload().id(), owner.visitor(),
                        owner.conversation(), fresh.format().name(), fresh.length().toMillis(), fresh.size(),
                        fresh.upload().peaks(), fresh.now(), fresh.keepUntil(), fresh.transcriber(),
                        (long) fresh.most(),
                        fresh.mostBytes());
    }

    Uni<@Nullable StoredRecording> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT " + COLUMNS + " FROM recording WHERE tenant_id = $1 AND id = $2",
                RecordingRepository::toRecording, tenant.value(), id);
    }

    /** Sent in the conversation, or put there by the shop. */
    Uni<@Nullable StoredRecording> inConversation(TenantId tenant, UUID conversation, UUID id) {
        return statements.of(tenant).row(
                "SELECT " + COLUMNS + " FROM recording WHERE tenant_id = $1 AND id = $2 AND conversation_id = $3",
                RecordingRepository::toRecording, tenant.value(), id, conversation);
    }

    /** False if it is being transcribed or has been. */
    Uni<Boolean> take(TenantId tenant, UUID id, UUID attempt) {
        return statements.of(tenant).any(TAKE, tenant.value(), id, attempt);
    }

    /** The audio is stored, encrypted with this key. */
    Uni<Void> keep(TenantId tenant, UUID id, String sealedKey) {
        return statements.of(tenant)
                .run("UPDATE recording SET sealed_key = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id",
                        tenant.value(), id, sealedKey);
    }

    /** @param text null: failed, and may be tried again */
    Uni<Void> settle(TenantId tenant, UUID id, UUID attempt, @Nullable String text, @Nullable String language) {
        return statements.of(tenant).run("""
                UPDATE recording SET heard = COALESCE(CAST($4 AS text), heard), language = COALESCE(CAST($5 AS text), language),
                    hearer = NULL, hearing_until = NULL
                WHERE tenant_id = $1 AND id = $2 AND hearer = $3 RETURNING id""",
                tenant.value(), id, attempt, text, language);
    }

    /** Null if absent, another visitor's, or sent with another message. {@code visitor} is the conversation's. */
    Uni<@Nullable StoredRecording> claim(TenantId tenant, UUID conversation, @Nullable UUID visitor, UUID id,
            UUID message, boolean withText) {
        return statements.of(tenant).row(CLAIM, RecordingRepository::toRecording, tenant.value(), id, conversation,
                message, withText, visitor);
    }

    Uni<Void> release(TenantId tenant, UUID id, UUID message) {
        return statements.of(tenant).run(
                "UPDATE recording SET sent_as = NULL WHERE tenant_id = $1 AND id = $2 AND sent_as = $3 RETURNING id",
                tenant.value(), id, message);
    }

    /** False if absent or sent. */
    Uni<Boolean> removeUnsent(TenantId tenant, UUID id) {
        return statements.of(tenant)
                .any("DELETE FROM recording WHERE tenant_id = $1 AND id = $2 AND sent_as IS NULL RETURNING id",
                        tenant.value(), id);
    }

    /** Moves unsent recordings of an anonymous visitor to the customer who signed in. */
    Uni<Void> join(TenantId tenant, UUID anonymous, UUID known) {
        return statements.of(tenant).run(
                "UPDATE recording SET visitor_id = $3 WHERE tenant_id = $1 AND visitor_id = $2 RETURNING id",
                tenant.value(), anonymous, known);
    }

    Uni<List<StoredRecording>> unsentOf(TenantId tenant, UUID visitor) {
        return statements.of(tenant).rows(
                "SELECT " + COLUMNS + " FROM recording WHERE tenant_id = $1 AND visitor_id = $2 ORDER BY created_at",
                RecordingRepository::toRecording, tenant.value(), visitor);
    }

    private static StoredRecording toRecording(Row row) {
        return new StoredRecording(row.getUUID("id"), row.getUUID("visitor_id"), row.getUUID("conversation_id"),
                row.getUUID("sent_as"), AudioFormat.valueOf(row.getString("format")),
                Duration.ofMillis(row.getLong("millis")), row.getLong("size"), row.getString("peaks"),
                row.getString("sealed_key"), row.getString("heard"), row.getString("language"),
                row.getBoolean("busy"), row.getOffsetDateTime("keep_until").toInstant());
    }
}
