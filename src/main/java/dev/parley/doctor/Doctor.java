package dev.parley.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parley.doctor.look.AskedModel;
import dev.parley.doctor.look.DatabaseLook;
import dev.parley.doctor.look.DatabaseState;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.DiskLook;
import dev.parley.doctor.look.MailLook;
import dev.parley.doctor.look.MailState;
import dev.parley.doctor.look.ModelAnswer.Answered;
import dev.parley.doctor.look.ModelsLook;
import dev.parley.doctor.look.ProxyLook;
import dev.parley.doctor.look.SecretsLook;
import dev.parley.doctor.look.ServiceState;
import dev.parley.doctor.look.Settings;
import dev.parley.doctor.look.SocketState;
import dev.parley.doctor.look.WebLook;
import dev.parley.platform.CallerAddress;
import org.jspecify.annotations.Nullable;

/** Looks at everything at once, since what is out of reach takes seconds to say so, and judges it. Blocks. */
final class Doctor {
    private final Settings settings;
    private final Clock clock;
    private final @Nullable CallerAddress serving;

    /** {@code serving} is null outside the service. */
    Doctor(Settings settings, Clock clock, @Nullable CallerAddress serving) {
        this.settings = settings;
        this.clock = clock;
        this.serving = serving;
    }

    Report examine() {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor(); WebLook web = new WebLook()) {
            Future<ServiceState> service = all.submit(() -> serving != null
                    ? ServiceState.RUNNING
                    : web.service(settings.port()));
            Future<DatabaseState> database = all.submit(new DatabaseLook(settings, clock)::look);
            Future<MailState> mail = all.submit(new MailLook(settings)::look);
            Future<List<AskedModel>> models = all.submit(new ModelsLook(settings, web, clock)::look);
            Future<SocketState> socket = all.submit(() -> web.socket(settings));
            List<Finding> findings = new ArrayList<>();
            add(findings, "service", () -> ServiceCheck.of(service.get(), settings.port()));
            add(findings, "database", () -> DatabaseCheck.of(database.get()));
            add(findings, "migrations", () -> MigrationsCheck.of(database.get()));
            add(findings, "disk", () -> DiskCheck.of(DiskLook.look(settings)));
            add(findings, "clock", () -> ClockCheck.of(clockOf(database.get()), clockOf(models.get())));
            add(findings, "mail", () -> MailCheck.of(mail.get()));
            add(findings, "models", () -> ModelsCheck.of(models.get(), LocalDate.now(clock)));
            add(findings, "secrets", () -> SecretsCheck.of(SecretsLook.look(settings)));
            add(findings, "proxy", () -> ProxyCheck.of(ProxyLook.look(settings, serving)));
            add(findings, "websocket", () -> SocketCheck.of(socket.get(), service.get()));
            return new Report(clock.instant(), List.copyOf(findings));
        }
    }

    /** A check that fails is a finding, too: the others must still be shown. */
    private static void add(List<Finding> findings, String check, Callable<List<Finding>> judged) {
        try {
            findings.addAll(judged.call());
        } catch (ExecutionException e) {
            findings.add(failed(check, e.getCause() == null ? e : e.getCause()));
        } catch (Exception e) {
            findings.add(failed(check, e));
        }
    }

    private static Finding failed(String check, Throwable why) {
        return Finding.fault(check,
                "This could not be checked: " + String.valueOf(why.getMessage()).replaceAll("\\s+", " "),
                "Correct the setting that it names.");
    }

    private static Optional<Duration> clockOf(DatabaseState database) {
        return database instanceof Reached reached ? Optional.of(reached.clock()) : Optional.empty();
    }

    private static Optional<Duration> clockOf(List<AskedModel> models) {
        return models.stream().map(AskedModel::answer)
                .flatMap(answer -> answer instanceof Answered answered ? answered.clock().stream() : null).findFirst();
    }
}
