package dev.parley;

import java.util.Optional;

import dev.parley.api.description.DescriptionRoutes;
import dev.parley.doctor.DoctorCommand;
import dev.parley.platform.ClockProducer;
import dev.parley.platform.LongSecret;
import dev.parley.platform.SocketReadLimit;
import dev.parley.platform.StartRefusedException;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Prepares the database and starts the service on it. */
@QuarkusMain
public class ParleyMain {
    private static final String MANAGEMENT_PORT = "quarkus.management.port";
    private static final int USUAL_MANAGEMENT_PORT = 9_000;

    public static void main(String... args) {
        if (args.length == 1 && args[0].equals(DoctorCommand.NAME)) {
            System.exit(DoctorCommand.run(ClockProducer.system(), System.out));
        }
        try {
            SocketReadLimit.prepare();
            requireSecrets();
            requirePort();
            DatabaseStart database = DatabaseStart.begin();
            loadService();
            database.await();
        } catch (RuntimeException | LinkageError failure) {
            complain(failure);
            System.exit(1);
        }
        Quarkus.run(null, ParleyMain::exit, args);
    }

    /** Half of the start, for which the database is not needed. Dev mode has loaded it. */
    private static void loadService() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            DescriptionRoutes.spareTheStart();
            try {
                Class.forName(Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            complain(failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void complain(Throwable failure) {
        Optional<String> reason = StartFailure.explain(failure);
        if (reason.isEmpty()) {
            failure.printStackTrace();
        }
        System.err.println("Parley cannot start. " + reason.orElse("The lines above say where it failed."));
    }

    /** Checks the environment early; other sources are checked once the configuration is read. */
    private static void requireSecrets() {
        LongSecret.require("PARLEY_OPERATOR_KEY", Setting.of("parley.operator.key"), LongSecret.MIN_LENGTH);
        LongSecret.require("PARLEY_BOOTSTRAP_API_KEY", Setting.of("parley.bootstrap.api.key"),
                LongSecret.MIN_LENGTH_OF_A_SHOP);
    }

    /** Not in dev mode, where the port belongs to the running server after a reload. */
    private static void requirePort() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            String port = Setting.of("quarkus.http.port").orElse("8080");
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
                throw new StartRefusedException("QUARKUS_HTTP_PORT is no port: a number from 0 to 65535.");
            }
            StartFailure.requireFree(Integer.parseInt(port));
            chooseManagementPort();
        }
    }

    /** Falls back to a free port if 9000 is taken, such as by another Parley; the banner shows it. */
    private static void chooseManagementPort() {
        if (Setting.of(MANAGEMENT_PORT).isEmpty() && !StartFailure.isFree(USUAL_MANAGEMENT_PORT)) {
            System.setProperty(MANAGEMENT_PORT, "0");
        }
    }
}
