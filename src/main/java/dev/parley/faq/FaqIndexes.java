package dev.parley.faq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Workers;
import dev.parley.faq.FaqRepository.Changes;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every tenant's index, brought up to date with the database on request. Vectors that are not stored yet are computed behind the scenes. */
@ApplicationScoped
class FaqIndexes {
    private static final Logger LOG = Logger.getLogger(FaqIndexes.class);
    /** Entries embedded before they are stored together: some tenths of a second of work, no more of which a crash can lose. */
    private static final int BATCH = 16;
    /** Up to here the score floors are learned in a few milliseconds. */
    private static final int SMALL = 500;

    /** A server that embeds may be down for a while. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration GIVE_UP = Duration.ofDays(1);

    private final FaqRepository repository;
    private final Workers workers;
    private final Meanings meanings;
    private final Map<TenantId, StoreIndex> indexes = new ConcurrentHashMap<>();
    private final Set<TenantId> embedding = ConcurrentHashMap.newKeySet();

    FaqIndexes(FaqRepository repository, Workers workers, Meanings meanings) {
        this.repository = repository;
        this.workers = workers;
        this.meanings = meanings;
    }

    @Nullable
    StoreIndex of(TenantId tenant) {
        return indexes.get(tenant);
    }

    boolean anyHas(Language language) {
        return indexes.values().stream().anyMatch(index -> index.has(language));
    }

    /** Drops the indexes of other tenants: they are no more. */
    void keepOnly(Set<TenantId> tenants) {
        for (TenantId tenant : Set.copyOf(indexes.keySet())) {
            if (!tenants.contains(tenant)) {
                indexes.remove(tenant);
            }
        }
    }

    /** Completes once the tenant's index has whatever was committed before the call. */
    Uni<Void> refresh(TenantId tenant) {
        return Uni.createFrom().deferred(() -> {
            StoreIndex index = indexes.computeIfAbsent(tenant, fresh -> new StoreIndex(meanings.bounds()));
            return repository.changesSince(tenant, index.revision())
                    .chain(changes -> workers.change(() -> apply(index, changes)))
                    .invoke(() -> embedMissing(tenant, index))
                    .replaceWithVoid();
        });
    }

    private StoreIndex apply(StoreIndex index, Changes changes) {
        index.apply(changes.changed(), changes.present(), changes.revision());
        if (changes.present().size() <= SMALL) {
            index.calibrate();
        } else {
            inBackground(workers.change(index::calibrate), "The score floor cannot be learned.");
        }
        return index;
    }

    private void embedMissing(TenantId tenant, StoreIndex index) {
        if (!index.withoutMeaning().isEmpty() && embedding.add(tenant)) {
            inBackground(Uni.createFrom().deferred(() -> embedNext(tenant, index))
                    .onFailure().invoke(failure -> LOG.warnf("tenant=%s texts cannot be embedded for now: %s", tenant,
                            failure.getMessage()))
                    .onFailure().retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).expireIn(GIVE_UP.toMillis())
                    .onTermination().invoke(() -> embedding.remove(tenant)),
                    "The FAQ's texts cannot be embedded; their words alone find them.");
        }
    }

    /** In random order, so that replicas at the same work seldom do the same: each fetches what the others have stored. */
    private Uni<Void> embedNext(TenantId tenant, StoreIndex index) {
        List<IndexedEntry> missing = new ArrayList<>(index.withoutMeaning());
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collections.shuffle(missing);
        List<FaqEntry> next = missing.stream().limit(BATCH).map(IndexedEntry::entry).toList();
        return meanings.of(tenant, next, false)
                .map(computed -> byId(next, computed))
                .chain(computed -> repository.keepMeanings(tenant, computed))
                .chain(() -> refresh(tenant))
                .chain(() -> embedNext(tenant, index));
    }

    private static Map<UUID, StoredMeaning> byId(List<FaqEntry> entries, List<StoredMeaning> meanings) {
        Map<UUID, StoredMeaning> byId = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            byId.put(entries.get(i).id(), meanings.get(i));
        }
        return byId;
    }

    private static void inBackground(Uni<?> work, String failed) {
        work.subscribe().with(done -> {}, failure -> LOG.error(failed, failure));
    }

    @PreDestroy
    void close() {
        indexes.values().forEach(StoreIndex::close);
    }
}
