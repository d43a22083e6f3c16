package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConversationRepository extends ReactiveRepository {
    private static final String LOCK_OF_VISITOR = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String FIND = "SELECT " + ConversationRow.COLUMNS
            + " FROM conversation WHERE id = $1 AND tenant_id = $2";

    private static final String CREATE = """
            WITH opened AS (
                INSERT INTO conversation (id, tenant_id, visitor_id, state, epoch, last_seq, locale, page, attributes, created_at,
                    last_activity_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id
            )
            INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
            SELECT opened.id, said.seq, $2, 'visitor', said.text, $10
            FROM opened, unnest(CAST($11 AS text[])) WITH ORDINALITY AS said(text, seq)
            RETURNING seq""";

    private final Rows rows = new Rows();
    private final Statements statements;

    ConversationRepository(Statements statements) {
        this.statements = statements;
    }

    private static final class Rows implements PanacheRepositoryBase<ConversationEntity, UUID> {}

    /** Atomic with the visitor's first messages. */
    Uni<Conversation> create(ConversationEntity fresh, List<String> said) {
        return statements.of(new TenantId(fresh.tenantId)).run(CREATE, fresh.id, fresh.tenantId, fresh.visitorId,
                fresh.state, fresh.epoch, fresh.lastSeq, fresh.locale, fresh.page, fresh.attributes, fresh.createdAt,
                said.toArray(String[]::new)).replaceWith(fresh::toConversation);
    }

    /** A transaction-long lock keeps others from creating the visitor's conversation meanwhile. */
    Uni<Conversation> latestOrCreate(ConversationEntity fresh) {
        return inTransaction(new TenantId(fresh.tenantId), () -> rows.getSession()
                .chain(session -> session.createNativeQuery(LOCK_OF_VISITOR, Integer.class)
                        .setParameter(1, fresh.visitorId.toString()).getSingleResult())
                .chain(() -> latest(new TenantId(fresh.tenantId), fresh.visitorId))
                .chain(found -> found == null ? rows.persist(fresh) : Uni.createFrom().item(found))
                .map(ConversationEntity::toConversation));
    }

    /** Without a session, since every request reads one. */
    Uni<@Nullable Conversation> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row(FIND, ConversationRow::toConversation, id, tenant.value());
    }

    Uni<@Nullable Conversation> latestOf(TenantId tenant, UUID visitor) {
        return inSession(tenant, () -> latest(tenant, visitor)).map(ConversationRepository::toConversation);
    }

    private Uni<@Nullable ConversationEntity> latest(TenantId tenant, UUID visitor) {
        return rows.find("tenantId = ?1 and visitorId = ?2", Sort.descending("id"), tenant.value(), visitor)
                .firstResult();
    }

    /** Newest first; ids grow with time, so the last one is the cursor. */
    Uni<List<Conversation>> page(TenantId tenant, @Nullable UUID before, @Nullable String state, int limit) {
        UUID below = before == null ? new UUID(-1L, -1L) : before;
        return inSession(tenant, () -> older(tenant, below, state).page(Page.ofSize(limit)).list())
                .map(list -> list.stream().map(ConversationEntity::toConversation).toList());
    }

    /** PostgreSQL cannot infer the type of a parameter that is only compared with null, hence two queries. */
    private PanacheQuery<ConversationEntity> older(TenantId tenant, UUID below, @Nullable String state) {
        Sort newestFirst = Sort.descending("id");
        return state == null
                ? rows.find("tenantId = ?1 and id < ?2", newestFirst, tenant.value(), below)
                : rows.find("tenantId = ?1 and id < ?2 and state = ?3", newestFirst, tenant.value(), below, state);
    }

    /** Number of waiting conversations up to and including this one. */
    Uni<Long> queuePosition(TenantId tenant, Instant waitingSince) {
        return inSession(tenant,
                () -> rows.count("tenantId = ?1 and state = 'waiting' and waitingSince <= ?2", tenant.value(),
                        waitingSince));
    }

    Uni<Void> seenByVisitor(TenantId tenant, UUID id, long seq) {
        return inTransaction(tenant, () -> rows
                .update("visitorSeenSeq = ?1 where tenantId = ?2 and id = ?3 and visitorSeenSeq < ?1 and lastSeq >= ?1",
                        seq,
                        tenant.value(), id))
                .replaceWithVoid();
    }

    /** Updates this column only: owners and numbers change concurrently. */
    Uni<Void> speak(TenantId tenant, UUID id, String locale) {
        return inTransaction(tenant,
                () -> rows.update("locale = ?1 where tenantId = ?2 and id = ?3", locale, tenant.value(), id))
                .replaceWithVoid();
    }

    /** False if the handoff is no longer current. */
    Uni<Boolean> summarize(TenantId tenant, UUID id, int epoch, String summary) {
        return inTransaction(tenant, () -> rows.update(
                "handoffSummary = ?1 where tenantId = ?2 and id = ?3 and handoffEpoch = ?4 and state in ('waiting', 'with_agent')",
                summary, tenant.value(), id, epoch)).map(count -> count > 0);
    }

    private static @Nullable Conversation toConversation(@Nullable ConversationEntity row) {
        return row == null ? null : row.toConversation();
    }
}
