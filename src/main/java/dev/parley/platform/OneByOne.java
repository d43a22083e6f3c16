package dev.parley.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Runs a job for many items in sequence. Failures are logged and counted in {@code parley.job.failed}. */
@ApplicationScoped
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final MeterRegistry meters;
    private volatile boolean stopping;

    public OneByOne(MeterRegistry meters) {
        this.meters = meters;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** Stops the remaining items, too. */
    public static class StopException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StopException(String why) {
            super(why);
        }
    }

    /** Returns failed items; leaves out the rest when the service stops. {@code job} is such as {@code purge}; {@code name} is for the log. */
    public <T> Uni<List<T>> each(String job, Iterable<T> all, Function<T, Object> name, Function<T, Uni<?>> work) {
        List<T> failed = new ArrayList<>();
        return Multi.createFrom().iterable(all).select().first(one -> !stopping)
                .onItem().transformToUniAndConcatenate(one -> Uni.createFrom().deferred(() -> work.apply(one))
                        .replaceWithVoid()
                        .onFailure(failure -> !(failure instanceof StopException)).recoverWithUni(failure -> {
                            if (!stopping) {
                                failed(job, name.apply(one), failure);
                            }
                            failed.add(one);
                            return Uni.createFrom().voidItem();
                        }))
                .collect().asList().replaceWith(failed);
    }

    /** Reports the failure of a job that schedules itself. */
    public void failed(String job, Object name, Throwable failure) {
        LOG.errorf(failure, "job=%s of=%s failed; the others have their turn", job, name);
        meters.counter("parley.job.failed", "job", job).increment();
    }
}
