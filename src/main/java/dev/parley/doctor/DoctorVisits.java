package dev.parley.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.doctor.look.Settings;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.RetryLaterException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.Config;

/** The report of the running service, one at a time, since each asks other servers. */
@ApplicationScoped
public class DoctorVisits {
    private static final Duration USUALLY_TAKES = Duration.ofSeconds(5);

    private final Supplier<Report> doctor;
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    DoctorVisits(Config config, Clock clock, CallerAddress callers) {
        this(new Doctor(new Settings(config.unwrap(SmallRyeConfig.class)), clock, callers)::examine);
    }

    DoctorVisits(Supplier<Report> doctor) {
        this.doctor = doctor;
    }

    /** Fails with `doctor_busy` while another one is made. */
    public Uni<Report> examine() {
        return Uni.createFrom().deferred(() -> {
            if (!busy.compareAndSet(false, true)) {
                return Uni.createFrom().failure(() -> new RetryLaterException("doctor_busy",
                        "Another report is being made. Ask again in a few seconds.", USUALLY_TAKES));
            }
            return Uni.createFrom().item(doctor).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .onTermination().invoke(() -> busy.set(false));
        });
    }
}
