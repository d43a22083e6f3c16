package dev.parley.faq;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import dev.parley.faq.search.StoreIndex.StoredEntry;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FaqRepository extends ReactiveRepository {
    private static final String CONTAINS = """
             and (lower(question) like lower(:text) escape '!' or lower(answer) like lower(:text) escape '!'
            or lower(array_to_string(variants, ' ')) like lower(:text) escape '!')""";

    private final Statements statements;
    private final Meanings meanings;

    FaqRepository(Statements statements, Meanings meanings) {
        this.meanings = meanings;
        this.statements = statements;
    }

    /** What a replica has to apply. {@code present}: ids of all existing entries. */
    record Changes(long revision, List<StoredEntry> changed, Set<UUID> present) {}

    /** Null fields do not filter. */
    record Filter(@Nullable UUID before, @Nullable String text, FaqEntry.@Nullable Status status,
            @Nullable String locale, @Nullable String tag) {}

    Uni<@Nullable FaqEntry> find(TenantId tenant, UUID id) {
        return inSession(tenant, () -> Panache.getSession()
                .chain(session -> session.find(FaqEntryEntity.class, new FaqEntryEntity.Key(tenant.value(), id))))
                .map(entity -> entity == null ? null : entity.toEntry());
    }

    Uni<Boolean> hasAny(TenantId tenant) {
        return list(tenant, new Filter(null, null, null, null, null), 1).map(entries -> !entries.isEmpty());
    }

    /** Ordered by id descending, which is newest first. */
    Uni<List<FaqEntry>> list(TenantId tenant, Filter filter, int limit) {
        Map<String, Object> wanted = new HashMap<>();
        StringBuilder query = new StringBuilder("from FaqEntryEntity where tenantId = :tenant");
        narrow(query, wanted, " and id < :before", "before", filter.before());
        narrow(query, wanted, " and status = :status", "status",
                filter.status() == null ? null : filter.status().wire());
        narrow(query, wanted, " and lower(locale) = lower(:locale)", "locale", filter.locale());
        narrow(query, wanted, CONTAINS, "text",
                filter.text() == null ? null : containing(filter.text()));
        narrow(query, wanted, " and array_position(tags, :tag) > 0", "tag", filter.tag());
        return inSession(tenant, () -> Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<FaqEntryEntity> selection = session
                    .createSelectionQuery(query.append(" order by id desc").toString(), FaqEntryEntity.class)
                    .setParameter("tenant", tenant.value());
            wanted.forEach(selection::setParameter);
            return selection.setMaxResults(limit).getResultList();
        })).map(found -> found.stream().map(FaqEntryEntity::toEntry).toList());
    }

    /** Leaves out absent filters: PostgreSQL cannot infer the type of a parameter compared with null only. */
    private static void narrow(StringBuilder query, Map<String, Object> wanted, String condition, String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(condition);
            wanted.put(name, value);
        }
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    /** Of all revisions: a poll of thousands of shops would cost as much as the turns. Never empty. */
    Uni<String> digest() {
        return statements.ofEveryTenant().row("""
                SELECT count(*) || ' ' || coalesce(bit_xor(uuid_hash_extended(tenant_id, revision)), 0) AS digest
                FROM faq_revision""", row -> row.getString("digest")).map(Objects::requireNonNull);
    }

    Uni<Map<TenantId, Long>> revisions() {
        return statements.ofEveryTenant()
                .rows("SELECT tenant_id, revision FROM faq_revision",
                        row -> Map.entry(new TenantId(row.getUUID("tenant_id")), row.getLong("revision")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Reads the revision first: a change committed meanwhile is delivered twice rather than lost. */
    Uni<Changes> changesSince(TenantId tenant, long known) {
        return inSession(tenant, () -> Panache.getSession().chain(session -> revision(session, tenant)
                .chain(revision -> changed(session, tenant, known)
                        .chain(changed -> present(session, tenant)
                                .map(present -> new Changes(revision, changed, present))))));
    }

    private Uni<List<StoredEntry>> changed(Mutiny.Session session, TenantId tenant, long known) {
        return session.createQuery("""
                select e as entry, m as meaning from FaqEntryEntity e left join FaqMeaningEntity m on m.tenantId = e.tenantId and m.id = e.id
                where e.tenantId = :tenant and e.revision > :known""", Tuple.class)
                .setParameter("tenant", tenant.value())
                .setParameter("known", known)
                .getResultList()
                .map(rows -> rows.stream().map(this::toStored).toList());
    }

    private StoredEntry toStored(Tuple row) {
        FaqEntryEntity entity = row.get("entry", FaqEntryEntity.class);
        FaqMeaningEntity meaning = row.get("meaning", FaqMeaningEntity.class);
        FaqEntry entry = entity.toEntry();
        String model = meanings.model(entry);
        return new StoredEntry(entry, entity.revision,
                meaning == null || model == null ? null : meaning.toStored().of(entry, model));
    }

    private static Uni<Set<UUID>> present(Mutiny.Session session, TenantId tenant) {
        return session.createQuery("select id from FaqEntryEntity where tenantId = :tenant", UUID.class)
                .setParameter("tenant", tenant.value()).getResultList().map(HashSet::new);
    }

    private static Uni<Long> revision(Mutiny.Session session, TenantId tenant) {
        return session.createNativeQuery("SELECT revision FROM faq_revision WHERE tenant_id = :tenant", Long.class)
                .setParameter("tenant", tenant.value()).getSingleResultOrNull().map(found -> found == null ? 0 : found);
    }
}
