package dev.parley.faq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Workers;
import dev.parley.faq.FaqRepository.Changes;
import dev.parley.faq.search.IndexedEntry;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.StoredMeaning;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Each tenant's search index, refreshed from the database. Missing vectors are computed in the background. */
@ApplicationScoped
class FaqIndexes {
    private static final Logger LOG = Logger.getLogger(FaqIndexes.class);
    /** Entries embedded before they are stored together: tenths of a second of work, which a crash can lose. */
    private static final int BATCH = 16;
    /** Up to this many entries, calibrating the score floors takes a few milliseconds. */
    private static final int SMALL = 500;

    /** Pause before the next try when an embedding server is down. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration GIVE_UP = Duration.ofDays(1);

    /** Weight of the latest batch in the moving average of embedding speed. */
    private static final double NEWEST = 0.2;

    private final FaqRepository repository;
    private final FaqChangeRepository writer;
    private final Workers workers;
    private final Meanings meanings;
    private final Map<TenantId, StoreIndex> indexes = new ConcurrentHashMap<>();
    private volatile double millisPerText = 5;
    private volatile boolean learning;
    private final Set<TenantId> embedding = ConcurrentHashMap.newKeySet();

    FaqIndexes(FaqRepository repository, FaqChangeRepository writer, Workers workers, Meanings meanings) {
        this.repository = repository;
        this.writer = writer;
        this.workers = workers;
        this.meanings = meanings;
    }

    @Nullable
    StoreIndex of(TenantId tenant) {
        return indexes.get(tenant);
    }

    boolean anyHas(String language) {
        return indexes.values().stream().anyMatch(index -> index.languages().containsKey(language));
    }

    /** Drops the indexes of deleted tenants. */
    void keepOnly(Set<TenantId> tenants) {
        for (TenantId tenant : Set.copyOf(indexes.keySet())) {
            if (!tenants.contains(tenant)) {
                indexes.remove(tenant);
            }
        }
    }

    /** For the start: searchable at once, with the usual floors until {@link #learn}. */
    Uni<Void> load(TenantId tenant) {
        return refresh(tenant, false).invoke(() -> {
            StoreIndex index = indexes.get(tenant);
            if (learning && index != null) {
                learnInBackground(index);
            }
        });
    }

    /** Learns the floors of what is loaded, and from now on of what will be. Before that, the start would wait for it. */
    void learn() {
        learning = true;
        indexes.values().forEach(this::learnInBackground);
    }

    /** Completes when the index has everything committed before the call. */
    Uni<Void> refresh(TenantId tenant) {
        return refresh(tenant, true);
    }

    /** @param calibrated false if more changes follow shortly: calibration would have to be repeated */
    private Uni<Void> refresh(TenantId tenant, boolean calibrated) {
        return Uni.createFrom().deferred(() -> {
            StoreIndex index = indexes.computeIfAbsent(tenant, fresh -> new StoreIndex(meanings.bounds()));
            return repository.changesSince(tenant, index.revision())
                    .chain(changes -> workers.change(() -> apply(index, changes, calibrated)))
                    .invoke(() -> embedMissing(tenant, index))
                    .replaceWithVoid();
        });
    }

    private StoreIndex apply(StoreIndex index, Changes changes, boolean calibrated) {
        index.apply(changes.changed(), changes.present(), changes.revision());
        if (!calibrated || !learning) {
            return index;
        }
        if (changes.present().size() <= SMALL) {
            index.calibrate();
        } else {
            learnInBackground(index);
        }
        return index;
    }

    private void learnInBackground(StoreIndex index) {
        inBackground(workers.change(index::calibrate), "The score floor cannot be learned.");
    }

    private void embedMissing(TenantId tenant, StoreIndex index) {
        if (!pending(index).isEmpty() && embedding.add(tenant)) {
            inBackground(Uni.createFrom().deferred(() -> embedNext(tenant, index))
                    .onFailure().invoke(failure -> LOG.warnf("tenant=%s texts cannot be embedded for now: %s", tenant,
                            failure.getMessage()))
                    .onFailure().call(() -> workers.change(index::calibrate))
                    .onFailure().retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).expireIn(GIVE_UP.toMillis())
                    .onTermination().invoke(() -> embedding.remove(tenant)),
                    "The FAQ's texts cannot be embedded; their words alone find them.");
        }
    }

    /** Entries that are not embedded yet, in languages that a model reads. */
    private List<IndexedEntry> pending(StoreIndex index) {
        return index.entries().filter(entry -> entry.meaning() == null && meanings.model(entry.entry()) != null)
                .toList();
    }

    FaqStatus status(TenantId tenant) {
        StoreIndex index = indexes.get(tenant);
        if (index == null) {
            return FaqStatus.EMPTY;
        }
        List<IndexedEntry> pending = pending(index);
        long texts = pending.stream().mapToLong(entry -> StoredMeaning.texts(entry.entry()).size()).sum();
        return FaqStatus.of(index, pending.size(), texts, millisPerText);
    }

    private void pace(List<FaqEntry> embedded, long since) {
        int texts = embedded.stream().mapToInt(entry -> StoredMeaning.texts(entry).size()).sum();
        double millis = (System.nanoTime() - since) / 1e6 / texts;
        millisPerText = (1 - NEWEST) * millisPerText + NEWEST * millis;
    }

    /** In random order, so that replicas seldom embed the same entries; each fetches what the others have stored. */
    private Uni<Void> embedNext(TenantId tenant, StoreIndex index) {
        List<IndexedEntry> missing = new ArrayList<>(pending(index));
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collections.shuffle(missing);
        List<FaqEntry> next = missing.stream().limit(BATCH).map(IndexedEntry::entry).toList();
        long began = System.nanoTime();
        return meanings.of(tenant, next, false)
                .invoke(() -> pace(next, began))
                .chain(computed -> writer.keepMeanings(tenant, computed))
                .chain(() -> refresh(tenant, missing.size() <= BATCH))
                .chain(() -> embedNext(tenant, index));
    }

    private static void inBackground(Uni<?> work, String failed) {
        work.subscribe().with(done -> {}, failure -> LOG.error(failed, failure));
    }

    @PreDestroy
    void close() {
        indexes.values().forEach(StoreIndex::close);
    }
}
