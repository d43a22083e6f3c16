package dev.parley.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

@ApplicationScoped
class PurgeSchedule {
    private static final Logger LOG = Logger.getLogger(PurgeSchedule.class);

    private final Purge purge;

    PurgeSchedule(Purge purge) {
        this.purge = purge;
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return purge.runIfDue()
                .onFailure().invoke(failure -> LOG.error("The purge failed and is tried again in a minute", failure))
                .onFailure().recoverWithItem(false)
                .replaceWithVoid();
    }
}
