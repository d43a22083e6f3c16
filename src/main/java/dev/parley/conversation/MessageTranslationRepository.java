package dev.parley.conversation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Translations by message and language; an empty one is in progress. */
@ApplicationScoped
class MessageTranslationRepository {
    private static final String CHANGE = """
            UPDATE message SET translations = CAST(%s AS text)
            WHERE conversation_id = $1 AND tenant_id = $2 AND seq = $3 AND %s RETURNING seq""";
    private static final String KNOWN = "COALESCE(CAST(translations AS jsonb), '{}')";
    private static final String CLAIM = CHANGE.formatted(
            KNOWN + " || jsonb_build_object(CAST($4 AS text), '')",
            "(NOT jsonb_exists(" + KNOWN + ", CAST($4 AS text)) OR ($5 AND " + KNOWN + " ->> CAST($4 AS text) = ''))");
    private static final String STORE = CHANGE.formatted(
            KNOWN + " || jsonb_build_object(CAST($4 AS text), CAST($5 AS text))", "true");
    private static final String DROP = CHANGE.formatted(KNOWN + " - CAST($4 AS text)",
            KNOWN + " ->> CAST($4 AS text) = ''");

    private final Statements statements;

    MessageTranslationRepository(Statements statements) {
        this.statements = statements;
    }

    /** {@code gone}: take over from another one in progress for too long. */
    Uni<Boolean> claim(TenantId tenant, UUID conversation, long seq, String language, boolean gone) {
        return statements.of(tenant)
                .any(CLAIM, conversation, tenant.value(), seq, language, gone);
    }

    Uni<Void> store(TenantId tenant, UUID conversation, long seq, String language, String text) {
        return statements.of(tenant)
                .run(STORE, conversation, tenant.value(), seq, language, text);
    }

    /** After a failure, the next caller may try. */
    Uni<Void> drop(TenantId tenant, UUID conversation, long seq, String language) {
        return statements.of(tenant).run(DROP, conversation, tenant.value(), seq, language);
    }
}
