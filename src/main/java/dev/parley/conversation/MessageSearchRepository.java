package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.MessageSearch.Cursor;
import dev.parley.conversation.MessageSearch.Hit;
import dev.parley.conversation.MessageSearch.Query;
import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MessageSearchRepository {
    /** The excerpts are cut from what is shown, not from what is found. They keep angle brackets: PostgreSQL would drop what looks like a tag. */
    private static final String SEARCH = """
            WITH wanted AS (
                SELECT websearch_to_tsquery('simple', $2) AS words
            ), found AS (
                SELECT m.conversation_id, m.seq, m.author, m.author_name, m.text, m.at, c.state, c.agent_id
                FROM message m JOIN conversation c ON c.id = m.conversation_id
                WHERE m.tenant_id = $1 AND c.tenant_id = $1
                  AND search_words(m.tenant_id, m.text) @@ (websearch_to_tsquery('simple', $2) && CAST(CAST($3 AS text) AS tsquery))
                  AND m.at >= $4 AND m.at < $5
                  AND (CAST($11 AS timestamptz) IS NULL OR (m.at, m.conversation_id, m.seq) < ($11, $12, $13))
                  AND (CAST($6 AS text) IS NULL OR m.author = $6)
                  AND (CAST($7 AS text) IS NULL OR c.state = $7)
                  AND (CAST($8 AS uuid) IS NULL OR c.agent_id = $8)
                  AND (CAST($9 AS text) IS NULL OR c.labels @> ARRAY[CAST($9 AS text)])
                ORDER BY m.at DESC, m.conversation_id DESC, m.seq DESC LIMIT $10
            )
            SELECT conversation_id, seq, author, author_name,
                ts_headline('simple', translate(left(text, 20000), U&'<>\\E000\\E001', U&'\\E002\\E003'), words,
                    U&'StartSel=\\E000,StopSel=\\E001,MaxWords=35,MinWords=15'), at, state, agent_id
            FROM found, wanted ORDER BY at DESC, conversation_id DESC, seq DESC
            """;
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

    private final Statements statements;

    MessageSearchRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Hit>> search(TenantId tenant, Query query) {
        Author author = query.author();
        Cursor after = query.after();
        return statements.rows(SEARCH,
                row -> new Hit(row.getUUID(0), row.getLong(1), Author.of(row.getString(2)), row.getString(3),
                        Excerpt.of(row.getString(4)), Objects.requireNonNull(Statements.instant(row, 5)),
                        ConversationState.of(row.getString(6), row.getUUID(7))),
                tenant.value(), query.phrased(), "'tenant:" + tenant + "'",
                query.from() == null ? LONG_AGO : query.from(), query.until() == null ? NOT_YET : query.until(),
                author == null ? null : author.wire(), query.state(), query.agent(), query.label(), query.limit(),
                after == null ? null : after.at(), after == null ? null : after.conversation(),
                after == null ? null : after.seq());
    }
}
