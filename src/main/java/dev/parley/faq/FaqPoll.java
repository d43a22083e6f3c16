package dev.parley.faq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.faq.search.StoreIndex;
import dev.parley.platform.OneByOne;
import dev.parley.platform.Preloading;
import dev.parley.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Polls revisions, so that a change is searchable on every replica within a second, without a message bus. */
@ApplicationScoped
class FaqPoll {
    private static final Logger LOG = Logger.getLogger(FaqPoll.class);
    private static final long PAUSE_MILLIS = 400;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

    private final FaqRepository repository;
    private final FaqIndexes indexes;
    private final Preloading preloading;
    private final Vertx vertx;
    private final OneByOne oneByOne;
    private final Map<TenantId, Failures> failures = new ConcurrentHashMap<>();
    /** What the indexes have, all without failure; empty if they may lack something. */
    private volatile String caughtUp = "";
    private volatile boolean ready;
    private volatile boolean failing;
    private volatile boolean stopped;

    FaqPoll(FaqRepository repository, FaqIndexes indexes, Preloading preloading, OneByOne oneByOne, Vertx vertx) {
        this.repository = repository;
        this.indexes = indexes;
        this.preloading = preloading;
        this.oneByOne = oneByOne;
        this.vertx = vertx;
    }

    boolean ready() {
        return ready;
    }

    void start(@Observes StartupEvent starting) {
        poll();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void poll() {
        if (!stopped) {
            repository.digest()
                    .chain(digest -> digest.equals(caughtUp) ? Uni.createFrom().voidItem() : catchUpWith(digest))
                    .subscribe().with(done -> succeeded(), this::failed);
        }
    }

    /** The digest was read first: what is committed meanwhile changes the next one. */
    private Uni<Void> catchUpWith(String digest) {
        return repository.revisions().chain(this::catchUp)
                .invoke(() -> caughtUp = failures.isEmpty() ? digest : "");
    }

    private Uni<Void> catchUp(Map<TenantId, Long> revisions) {
        indexes.keepOnly(revisions.keySet());
        failures.keySet().retainAll(revisions.keySet());
        List<TenantId> late = revisions.entrySet().stream()
                .filter(tenant -> isLate(tenant.getKey(), tenant.getValue())).map(Map.Entry::getKey)
                .filter(tenant -> !failures.getOrDefault(tenant, Failures.NONE).rests(System.nanoTime())).toList();
        return oneByOne.each("faq_index", late, TenantId::value, ready ? indexes::refresh : indexes::load)
                .invoke(failed -> note(late, failed)).replaceWithVoid();
    }

    private void note(List<TenantId> tried, List<TenantId> failed) {
        tried.forEach(tenant -> {
            if (failed.contains(tenant)) {
                failures.merge(tenant, Failures.NONE.next(System.nanoTime()),
                        (former, first) -> former.next(System.nanoTime()));
            } else {
                failures.remove(tenant);
            }
        });
    }

    /** Consecutive failures to build a shop's index, and when to try again. */
    private record Failures(int times, long until) {
        private static final Failures NONE = new Failures(0, 0);
        /** After this many failures the shop's own data is considered the cause; readiness no longer waits for it. */
        private static final int OWN_FAULT = 3;
        private static final int LONGEST_DOUBLED = 5;

        boolean rests(long now) {
            return times > 0 && now < until;
        }

        Failures next(long now) {
            return new Failures(times + 1,
                    now + (PAUSE_AFTER_FAILURE_MILLIS << Math.min(times, LONGEST_DOUBLED)) * 1_000_000);
        }

        boolean holdsUp() {
            return times < OWN_FAULT;
        }
    }

    private boolean isLate(TenantId tenant, long revision) {
        StoreIndex index = indexes.of(tenant);
        return index == null || index.revision() < revision;
    }

    private void succeeded() {
        if (!ready && failures.values().stream().noneMatch(Failures::holdsUp)) {
            ready = true;
            preloading.ready();
        }
        failing = false;
        vertx.setTimer(PAUSE_MILLIS, ignored -> poll());
    }

    private void failed(Throwable failure) {
        if (!failing && !stopped) {
            LOG.warn("The FAQ's changes cannot be read; search goes on with what is known.", failure);
        }
        failing = true;
        vertx.setTimer(PAUSE_AFTER_FAILURE_MILLIS, ignored -> poll());
    }
}
