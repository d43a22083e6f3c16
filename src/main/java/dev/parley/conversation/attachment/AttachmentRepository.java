package dev.parley.conversation.attachment;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AttachmentRepository {
    /** Two concurrent uploads may exceed the limit by one, which is harmless. */
    private static final String ADD = """
            INSERT INTO attachment (id, tenant_id, conversation_id, uploader, name, type, size, content, created_at)
            SELECT $3, $1, id, $4, $5, $6, $7, $8, $9 FROM conversation
            WHERE tenant_id = $1 AND id = $2
              AND (SELECT count(*) FROM attachment WHERE conversation_id = $2 AND tenant_id = $1) < $10
            RETURNING id
            """;

    private static final String OF_CONVERSATION = """
            SELECT id, name, type, size FROM attachment
            WHERE tenant_id = $1 AND conversation_id = $2 AND id = $3 AND (seq IS NOT NULL OR uploader = $4)
            """;

    private static final String OF_VISITOR = """
            SELECT attachment.id, name, type, size FROM attachment JOIN conversation ON conversation.id = conversation_id
            WHERE attachment.tenant_id = $1 AND conversation.visitor_id = $2 AND attachment.id = $3 AND seq IS NOT NULL
            """;

    private final Statements statements;

    AttachmentRepository(Statements statements) {
        this.statements = statements;
    }

    record Upload(Attachment attachment, UUID uploader, Buffer content, Instant now) {}

    /** False if the conversation does not exist or the limit is reached. */
    Uni<Boolean> add(TenantId tenant, UUID conversation, Upload upload, int max) {
        Attachment attachment = upload.attachment();
        return statements.of(tenant).any(ADD, tenant.value(), conversation, attachment.id(),
                upload.uploader(), attachment.name(), attachment.type(), attachment.size(),
                upload.content(), upload.now(), max);
    }

    /** Sent, or this uploader's own. */
    Uni<@Nullable Attachment> find(TenantId tenant, UUID conversation, UUID id, UUID uploader) {
        return statements.of(tenant).row(OF_CONVERSATION, AttachmentRepository::toAttachment, tenant.value(),
                conversation, id,
                uploader);
    }

    Uni<@Nullable Attachment> findForVisitor(TenantId tenant, UUID visitor, UUID id) {
        return statements.of(tenant).row(OF_VISITOR, AttachmentRepository::toAttachment, tenant.value(), visitor, id);
    }

    private static Attachment toAttachment(Row row) {
        return new Attachment(row.getUUID("id"), row.getString("name"), row.getString("type"), row.getInteger("size"));
    }

    /** {@code from} starts at 0. */
    Uni<byte[]> piece(TenantId tenant, UUID id, int from, int length) {
        return statements.of(tenant).row(
                "SELECT substring(content FROM $3 FOR $4) AS piece FROM attachment WHERE tenant_id = $1 AND id = $2",
                row -> row.getBuffer("piece").getBytes(), tenant.value(), id, from + 1, length)
                .onItem().ifNull().failWith(() -> new IllegalStateException("purged while it was read"));
    }

    /** False if absent, another uploader's, or sent. */
    Uni<Boolean> removeUnsent(TenantId tenant, UUID conversation, UUID id, UUID uploader) {
        return statements.of(tenant)
                .any("""
                DELETE FROM attachment
                WHERE tenant_id = $1 AND conversation_id = $2 AND id = $3 AND uploader = $4 AND seq IS NULL RETURNING id""",
                        tenant.value(), conversation, id, uploader);
    }
}
