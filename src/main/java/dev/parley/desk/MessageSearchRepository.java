package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.desk.MessageSearch.Cursor;
import dev.parley.desk.MessageSearch.Hit;
import dev.parley.desk.MessageSearch.Query;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MessageSearchRepository {
    /**
     * Searches the newest messages without the index first, which finds common words; then the index, where rarer words
     * have few messages. Includes transcripts. Excerpts come from the displayed text and keep angle brackets, which
     * PostgreSQL would drop as tags.
     */
    private static final String SEARCH = """
            WITH wanted AS (
                SELECT websearch_to_tsquery('simple', $2) AS words
            ), newest AS MATERIALIZED (
                SELECT conversation_id, seq, author, at,
                    CASE WHEN heard IS NULL THEN words ELSE search_words(tenant_id, text || ' ' || heard) END AS words
                FROM message
                WHERE tenant_id = $1 AND at >= $4 AND at < $5
                  AND (CAST($11 AS timestamptz) IS NULL OR (at, conversation_id, seq) < ($11, $12, $13))
                ORDER BY at DESC, conversation_id DESC, seq DESC LIMIT 2000
            ), near AS MATERIALIZED (
                SELECT m.conversation_id, m.seq, m.at
                FROM newest m JOIN conversation c ON c.id = m.conversation_id
                WHERE m.words @@ websearch_to_tsquery('simple', $2) AND %1$s
                ORDER BY m.at DESC, m.conversation_id DESC, m.seq DESC LIMIT $10
            ), seen AS MATERIALIZED (
                SELECT at, conversation_id, seq FROM newest ORDER BY at, conversation_id, seq LIMIT 1
            ), indexed AS MATERIALIZED (
                SELECT m.conversation_id, m.seq, m.author, m.at
                FROM messages_with($1, websearch_to_tsquery('simple', $2) && CAST(CAST($3 AS text) AS tsquery), $4) m
                WHERE (SELECT count(*) FROM near) < $10 AND (SELECT count(*) FROM newest) = 2000
            ), far AS (
                SELECT m.conversation_id, m.seq, m.at
                FROM indexed m JOIN conversation c ON c.id = m.conversation_id
                WHERE (m.at, m.conversation_id, m.seq) < (SELECT at, conversation_id, seq FROM seen) AND %1$s
                ORDER BY m.at DESC, m.conversation_id DESC, m.seq DESC LIMIT $10
            ), found AS (
                SELECT * FROM near UNION ALL SELECT * FROM far
                ORDER BY at DESC, conversation_id DESC, seq DESC LIMIT $10
            )
            SELECT m.conversation_id, m.seq, m.author, m.author_name,
                ts_headline('simple', translate(left(concat_ws(E'\\n', NULLIF(m.text, ''), m.heard), 20000), U&'<>\\E000\\E001', U&'\\E002\\E003'), wanted.words,
                    U&'StartSel=\\E000,StopSel=\\E001,MaxWords=35,MinWords=15') AS excerpt, m.at, c.state, c.agent_id
            FROM found JOIN message m ON m.conversation_id = found.conversation_id AND m.seq = found.seq
                JOIN conversation c ON c.id = m.conversation_id, wanted
            ORDER BY m.at DESC, m.conversation_id DESC, m.seq DESC
            """.formatted("""
            c.tenant_id = $1
                  AND (CAST($6 AS text) IS NULL OR m.author = $6)
                  AND (CAST($7 AS text) IS NULL OR c.state = $7)
                  AND (CAST($8 AS uuid) IS NULL OR c.agent_id = $8)
                  AND (CAST($9 AS text) IS NULL OR c.labels @> ARRAY[CAST($9 AS text)])""");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

    private final Statements statements;

    MessageSearchRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Hit>> search(TenantId tenant, Query query) {
        Author author = query.author();
        Cursor after = query.after();
        return statements.of(tenant).rows(SEARCH,
                row -> new Hit(row.getUUID("conversation_id"), row.getLong("seq"), Author.of(row.getString("author")),
                        row.getString("author_name"),
                        Excerpt.of(row.getString("excerpt")), Objects.requireNonNull(Statements.instant(row, "at")),
                        ConversationState.of(row.getString("state"), row.getUUID("agent_id"))),
                tenant.value(), query.phrased(), "'tenant:" + tenant + "'",
                query.from() == null ? LONG_AGO : query.from(), query.until() == null ? NOT_YET : query.until(),
                author == null ? null : author.wire(), query.state(), query.agent(), query.label(), query.limit(),
                after == null ? null : after.at(), after == null ? null : after.conversation(),
                after == null ? null : after.seq());
    }
}
