package dev.parley.faq;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import dev.parley.faq.search.StoredMeaning;
import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes the FAQ tables. Each change first increments the tenant's revision, whose lock serializes writers. */
@ApplicationScoped
class FaqChangeRepository extends ReactiveRepository {
    private static final String RAISE = """
            INSERT INTO faq_revision (tenant_id, revision) VALUES (:tenant, 1)
            ON CONFLICT (tenant_id) DO UPDATE SET revision = faq_revision.revision + 1 RETURNING revision""";
    /** The entry may have been deleted or rewritten meanwhile; the hash makes an outdated vector harmless. */
    private static final String KEEP_MEANING = """
            INSERT INTO faq_meaning (tenant_id, entry_id, model, text_hash, vectors)
            SELECT tenant_id, id, :model, :hash, :vectors FROM faq_entry WHERE tenant_id = :tenant AND id = :id
            ON CONFLICT (tenant_id, entry_id)
            DO UPDATE SET model = excluded.model, text_hash = excluded.text_hash, vectors = excluded.vectors""";
    private static final int BATCH = 500;

    private final Clock clock;

    FaqChangeRepository(Clock clock) {
        this.clock = clock;
    }

    /** Entries in the order of the changes. */
    record WrittenEntries(List<FaqEntry> entries, int updated) {}

    /** {@code exists} refuses unknown ids, which otherwise become new entries; a null {@code ifMatch} matches all. */
    record Provided(boolean exists, @Nullable String ifMatch) {
        static final Provided NOTHING = new Provided(false, null);
        static final Provided EXISTS = new Provided(true, null);

        void require(int wanted, Collection<FaqEntryEntity> found) {
            if (exists && found.size() < wanted) {
                throw ParleyException.notFound("FAQ entry");
            }
            found.forEach(entity -> Etag.require(ifMatch, entity.toEntry().etag()));
        }
    }

    /** Fails with `too_many_entries` if the shop would exceed {@code most} entries. */
    Uni<Void> requireRoom(TenantId tenant, List<FaqChange> changes, int max) {
        return inSession(tenant, () -> Panache.getSession().chain(session -> resolved(session, tenant, changes)
                .chain(resolved -> existing(session, tenant, resolved))
                .chain(existing -> requireRoom(session, tenant, changes.size() - existing.size(), max))));
    }

    private static Uni<List<FaqChange>> resolved(Mutiny.Session session, TenantId tenant, List<FaqChange> changes) {
        return changes.stream().noneMatch(FaqChange::sameQuestion)
                ? Uni.createFrom().item(changes)
                : session
                        .createQuery(
                                "select id as id, question as question, locale as locale, products as products from FaqEntryEntity where tenantId = :tenant",
                                Tuple.class)
                        .setParameter("tenant", tenant.value()).getResultList()
                        .map(rows -> SameQuestions.resolve(changes, rows.stream()
                                .map(row -> new SameQuestions.Known(row.get("id", UUID.class),
                                        row.get("question", String.class), row.get("locale", String.class),
                                        List.of(row.get("products", String[].class))))
                                .toList()));
    }

    /** Replacing an entry is always allowed: a shop above its limit can still correct what it has. */
    private static Uni<Void> requireRoom(Mutiny.Session session, TenantId tenant, int fresh, int max) {
        return fresh == 0
                ? Uni.createFrom().voidItem()
                : session.createQuery("select count(*) from FaqEntryEntity where tenantId = :tenant", Long.class)
                        .setParameter("tenant", tenant.value()).getSingleResult()
                        .invoke(count -> {
                            if (count + fresh > max) {
                                throw new ParleyException(Kind.CONFLICT, "too_many_entries",
                                        "The shop may have " + max + " FAQ entries and would have " + (count + fresh)
                                                + ". Nothing was stored. Delete entries, or ask the operator of this Parley for more.");
                            }
                        }).replaceWithVoid();
    }

    /** Writes all or nothing. Fails with `too_many_entries` above {@code most} entries. */
    Uni<WrittenEntries> write(TenantId tenant, List<FaqChange> changes, Provided provided, int max) {
        return inTransaction(tenant, () -> Panache.getSession().chain(session -> raise(session, tenant)
                .chain(revision -> resolved(session, tenant, changes)
                        .chain(resolved -> existing(session, tenant, resolved)
                                .invoke(existing -> provided.require(resolved.size(), existing.values()))
                                .call(existing -> requireRoom(session, tenant, resolved.size() - existing.size(),
                                        max))
                                .chain(existing -> store(session, tenant, resolved, existing, revision))))));
    }

    private Uni<Map<UUID, FaqEntryEntity>> existing(Mutiny.Session session, TenantId tenant, List<FaqChange> changes) {
        return session
                .createQuery("from FaqEntryEntity where tenantId = :tenant and id in :ids", FaqEntryEntity.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", changes.stream().map(FaqChange::id).toList())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(entity -> entity.id, entity -> entity)));
    }

    private Uni<WrittenEntries> store(Mutiny.Session session, TenantId tenant, List<FaqChange> changes,
            Map<UUID, FaqEntryEntity> existing, long revision) {
        Instant now = clock.instant();
        List<FaqEntry> entries = new ArrayList<>();
        List<Object> fresh = new ArrayList<>();
        for (FaqChange change : changes) {
            FaqEntryEntity entity = existing.get(change.id());
            if (entity == null) {
                entity = new FaqEntryEntity(tenant, change.id(), now);
                fresh.add(entity);
            }
            entity.take(change.content(), revision, now);
            entries.add(entity.toEntry());
        }
        Map<UUID, StoredMeaning> meanings = new HashMap<>();
        for (FaqChange change : changes) {
            StoredMeaning meaning = change.meaning();
            if (meaning != null) {
                meanings.put(change.id(), meaning);
            }
        }
        return session.setBatchSize(BATCH).persistAll(fresh.toArray())
                .chain(session::flush)
                .chain(() -> keep(session, tenant, meanings))
                .replaceWith(new WrittenEntries(entries, existing.size()));
    }

    /** Increments the revision so that other replicas fetch the vectors instead of computing them. */
    Uni<Void> keepMeanings(TenantId tenant, Map<UUID, StoredMeaning> meanings) {
        return inTransaction(tenant, () -> Panache.getSession().chain(session -> raise(session, tenant)
                .chain(revision -> session
                        .createMutationQuery(
                                "update FaqEntryEntity set revision = :revision where tenantId = :tenant and id in :ids")
                        .setParameter("revision", revision)
                        .setParameter("tenant", tenant.value())
                        .setParameter("ids", List.copyOf(meanings.keySet()))
                        .executeUpdate())
                .chain(() -> keep(session, tenant, meanings))));
    }

    private static Uni<Void> keep(Mutiny.Session session, TenantId tenant, Map<UUID, StoredMeaning> meanings) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, StoredMeaning> meaning : meanings.entrySet()) {
            kept = kept.chain(() -> session.createNativeQuery(KEEP_MEANING)
                    .setParameter("model", meaning.getValue().model())
                    .setParameter("hash", meaning.getValue().textHash())
                    .setParameter("vectors", meaning.getValue().vectors())
                    .setParameter("tenant", tenant.value())
                    .setParameter("id", meaning.getKey())
                    .executeUpdate().replaceWithVoid());
        }
        return kept;
    }

    /** False if there was no such entry. */
    Uni<Boolean> delete(TenantId tenant, UUID id, @Nullable String ifMatch) {
        return inTransaction(tenant, () -> Panache.getSession().chain(session -> raise(session, tenant)
                .chain(() -> session.find(FaqEntryEntity.class, new FaqEntryEntity.Key(tenant.value(), id)))
                .chain(found -> {
                    if (found == null) {
                        return Uni.createFrom().item(false);
                    }
                    Etag.require(ifMatch, found.toEntry().etag());
                    return session.remove(found).replaceWith(true);
                })));
    }

    private static Uni<Long> raise(Mutiny.Session session, TenantId tenant) {
        return session.createNativeQuery(RAISE, Long.class).setParameter("tenant", tenant.value()).getSingleResult();
    }
}
