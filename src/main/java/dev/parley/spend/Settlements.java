package dev.parley.spend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the ledger, tenant by tenant. While one statement is under way the next entries gather, so that a busy tenant
 * costs one statement for many calls and its total is never queued for. What is lost with the process lapses in the database.
 */
final class Settlements {
    private static final Logger LOG = Logger.getLogger(Settlements.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_WAITING = 20_000;
    private static final long PAUSE_MILLIS = 500;
    /** With the pauses a minute: the database's restart is survived, a broken entry is not kept for ever. */
    private static final int MOST_TRIES = 120;

    /** Writes a batch and tells how the tenant stands then; null when nothing changed. */
    @FunctionalInterface
    interface Writer {
        Uni<@Nullable Standing> write(TenantId tenant, List<Entry> entries);
    }

    private final Writer writer;
    private final BiConsumer<TenantId, Standing> written;
    private final Vertx vertx;
    private final Map<TenantId, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Runnable> whenIdle = new ConcurrentLinkedQueue<>();

    Settlements(Writer writer, BiConsumer<TenantId, Standing> written, Vertx vertx) {
        this.writer = writer;
        this.written = written;
        this.vertx = vertx;
    }

    void add(TenantId tenant, Entry entry) {
        lines.computeIfAbsent(tenant, Line::new).add(entry);
    }

    /** Entries that are not in the database yet. */
    int waiting() {
        return waiting.get();
    }

    /** Completes once nothing waits. */
    Uni<Void> idle() {
        return Uni.createFrom().emitter(emitter -> {
            whenIdle.add(() -> emitter.complete(null));
            tellIfIdle();
        });
    }

    private void tellIfIdle() {
        if (waiting.get() == 0) {
            for (Runnable told = whenIdle.poll(); told != null; told = whenIdle.poll()) {
                told.run();
            }
        }
    }

    private final class Line {
        private final TenantId tenant;
        private final Map<UUID, Entry> entries = new LinkedHashMap<>();
        private boolean busy;
        private int tries;

        Line(TenantId tenant) {
            this.tenant = tenant;
        }

        void add(Entry entry) {
            synchronized (this) {
                if (entries.size() >= MOST_WAITING) {
                    // It stays reserved and lapses: counted too high rather than lost.
                    return;
                }
                Entry former = entries.get(entry.id());
                if (former == null || former.outcome().equals(Entry.LAPSED)) {
                    entries.put(entry.id(), entry);
                }
                waiting.addAndGet(former == null ? 1 : 0);
            }
            send();
        }

        private void send() {
            List<Entry> batch = new ArrayList<>();
            synchronized (this) {
                if (busy || entries.isEmpty()) {
                    return;
                }
                busy = true;
                entries.values().stream().limit(AT_ONCE).forEach(batch::add);
            }
            writer.write(tenant, batch).subscribe().with(standing -> {
                if (standing != null) {
                    written.accept(tenant, standing);
                }
                over(batch);
            }, failure -> failed(batch, failure));
        }

        private void failed(List<Entry> batch, Throwable failure) {
            if (++tries >= MOST_TRIES) {
                LOG.errorf(failure, "tenant=%s %d calls could not be settled; they lapse and count as reserved", tenant,
                        batch.size());
                over(batch);
                return;
            }
            if (tries == 1) {
                LOG.warnf("tenant=%s calls could not be settled now and will be tried again: %s", tenant, failure);
            }
            vertx.setTimer(PAUSE_MILLIS, timer -> {
                synchronized (this) {
                    busy = false;
                }
                send();
            });
        }

        private void over(List<Entry> batch) {
            synchronized (this) {
                batch.forEach(entry -> entries.remove(entry.id()));
                busy = false;
                tries = 0;
                waiting.addAndGet(-batch.size());
            }
            send();
            tellIfIdle();
        }
    }
}
