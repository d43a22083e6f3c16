package dev.parley.spend;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Settles reservations of dead replicas. Concurrent replicas count each once. */
@ApplicationScoped
class LapsedReservations {
    private static final Logger LOG = Logger.getLogger(LapsedReservations.class);
    private static final int AT_ONCE = 500;

    private final Spend spend;

    LapsedReservations(Spend spend) {
        this.spend = spend;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return spend.lapse(AT_ONCE)
                .invoke(count -> {
                    if (count > 0) {
                        LOG.warnf("%d calls were never settled and count in full", count);
                    }
                })
                .replaceWithVoid();
    }
}
