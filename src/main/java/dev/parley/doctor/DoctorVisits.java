package dev.parley.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.doctor.look.Settings;
import dev.parley.lane.ShopLaneSurvey;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Finding> LATE = List.of(Finding.warning("models",
            "Shops' own models could not be asked in time.", "See each shop's console under Settings, Models."));

    private final Supplier<Report> doctor;
    private final Supplier<Uni<List<Finding>>> shops;
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    DoctorVisits(Config config, Clock clock, CallerAddress callers, ShopLaneSurvey survey) {
        this(new Doctor(new Settings(config.unwrap(SmallRyeConfig.class)), clock, callers)::examine,
                () -> survey.look().map(asked -> ShopModelsCheck.of(asked, LocalDate.now(clock)))
                        .ifNoItem().after(PATIENCE).recoverWithItem(LATE)
                        .onFailure().recoverWithItem(LATE));
    }

    DoctorVisits(Supplier<Report> doctor, Supplier<Uni<List<Finding>>> shops) {
        this.doctor = doctor;
        this.shops = shops;
    }

    /** Fails with `doctor_busy` while another one is made. */
    public Uni<Report> examine() {
        return Uni.createFrom().deferred(() -> {
            if (!busy.compareAndSet(false, true)) {
                return Uni.createFrom().failure(() -> new RetryLaterException("doctor_busy",
                        "Another report is being made. Ask again in a few seconds.", USUALLY_TAKES));
            }
            // The shops first, since their database sessions need the caller's context.
            return shops.get()
                    .chain(found -> Uni.createFrom().item(doctor)
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                            .map(report -> report.with(found)))
                    .onTermination().invoke(() -> busy.set(false));
        });
    }
}
