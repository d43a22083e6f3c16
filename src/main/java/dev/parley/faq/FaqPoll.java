package dev.parley.faq;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.LocalModel;
import dev.parley.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Asks several times a second whether a tenant's revision is newer than this replica's, so that a change is searchable everywhere within
 * a second, without a bus.
 */
@ApplicationScoped
class FaqPoll {
    private static final Logger LOG = Logger.getLogger(FaqPoll.class);
    private static final long PAUSE_MILLIS = 400;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

    private final FaqRepository repository;
    private final FaqIndexes indexes;
    private final Embeddings embeddings;
    private final Vertx vertx;
    private volatile boolean ready;
    private volatile boolean failing;
    private volatile boolean stopped;

    FaqPoll(FaqRepository repository, FaqIndexes indexes, Embeddings embeddings, Vertx vertx) {
        this.repository = repository;
        this.indexes = indexes;
        this.embeddings = embeddings;
        this.vertx = vertx;
    }

    /** Whether every tenant that there was at the start has its index. */
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
            repository.revisions().chain(this::catchUp).subscribe().with(done -> succeeded(), this::failed);
        }
    }

    private Uni<Void> catchUp(Map<TenantId, Long> revisions) {
        indexes.keepOnly(revisions.keySet());
        return Multi.createFrom().iterable(revisions.entrySet())
                .filter(tenant -> isLate(tenant.getKey(), tenant.getValue()))
                .onItem().transformToUniAndConcatenate(tenant -> indexes.refresh(tenant.getKey()))
                .collect().asList().replaceWithVoid();
    }

    private boolean isLate(TenantId tenant, long revision) {
        StoreIndex index = indexes.of(tenant);
        return index == null || index.revision() < revision;
    }

    private void succeeded() {
        if (!ready) {
            ready = true;
            warmUp();
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

    /** The first question shall not wait for the model to load. The Chinese one waits for a Chinese question: memory. */
    private void warmUp() {
        if (indexes.anyHas("en")) {
            embeddings.warmUp(LocalModel.ENGLISH);
        }
    }
}
