package dev.parley.spend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Batches entries per tenant while a statement runs. Entries lost with the process lapse in the database. */
final class Settlements {
    private static final Logger LOG = Logger.getLogger(Settlements.class);
    private static final int AT_ONCE = 200;
    private static final int MAX_WAITING = 20_000;
    private static final long PAUSE_MILLIS = 500;
    /** About a minute with pauses: survives a database restart, but drops a broken entry. */
    private static final int MAX_TRIES = 120;

    /** Writes a batch; returns the new standing, or null if nothing changed. */
    @FunctionalInterface
    interface Writer {
        Uni<@Nullable SpendTotals> write(TenantId tenant, List<Entry> entries);
    }

    private final Writer writer;
    private final BiConsumer<TenantId, SpendTotals> written;
    private final Vertx vertx;
    private final Map<TenantId, Line> lines = new ConcurrentHashMap<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private int waiting;

    Settlements(Writer writer, BiConsumer<TenantId, SpendTotals> written, Vertx vertx) {
        this.writer = writer;
        this.written = written;
        this.vertx = vertx;
    }

    void add(TenantId tenant, Entry entry) {
        lines.computeIfAbsent(tenant, Line::new).add(entry);
    }

    synchronized int waiting() {
        return waiting;
    }

    Uni<Void> idle() {
        return Uni.createFrom().emitter(emitter -> {
            synchronized (this) {
                whenIdle.add(() -> emitter.complete(null));
            }
            count(0);
        });
    }

    /** Changes count and waiters together, so that nobody is notified too early. */
    private void count(int change) {
        List<Runnable> told = List.of();
        synchronized (this) {
            waiting += change;
            if (waiting == 0) {
                told = List.copyOf(whenIdle);
                whenIdle.clear();
            }
        }
        told.forEach(Runnable::run);
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
                if (entries.size() >= MAX_WAITING) {
                    // It lapses: counted too high rather than lost.
                    return;
                }
                Entry former = entries.get(entry.id());
                if (former == null || former.outcome().equals(Entry.LAPSED)) {
                    entries.put(entry.id(), entry);
                }
                count(former == null ? 1 : 0);
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
            writer.write(tenant, batch).subscribe().with(totals -> {
                if (totals != null) {
                    written.accept(tenant, totals);
                }
                over(batch);
            }, failure -> failed(batch, failure));
        }

        private void failed(List<Entry> batch, Throwable failure) {
            if (++tries >= MAX_TRIES) {
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
            int gone = 0;
            synchronized (this) {
                for (Entry entry : batch) {
                    // Corrected while its lapse was written: write it again.
                    gone += entries.remove(entry.id(), entry) ? 1 : 0;
                }
                busy = false;
                tries = 0;
            }
            send();
            count(-gone);
        }
    }
}
