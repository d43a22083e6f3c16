package dev.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a service. */
final class Ready {
    private static final double START_WITHIN_S = 120;
    private static final double QUIET_WITHIN_S = 900;
    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();
    private static final long REST_NANOS = Duration.ofSeconds(2).toNanos();
    /** Of a core; timers and polls need less. */
    private static final double QUIET = 0.1;

    private Ready() {}

    static void await(Service service) throws IOException {
        await(service, "/q/health/ready", true);
    }

    /** @param healthy false: any answer will do */
    static void await(Service service, String path, boolean healthy) throws IOException {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            while (!answers(connection, path, healthy)) {
                rest(service);
            }
        }
    }

    private static boolean answers(HttpConnection connection, String path, boolean healthy) {
        try {
            int status = connection.get(path);
            connection.text();
            return !healthy || status == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static void rest(Service service) throws IOException {
        service.requireAlive();
        if (service.secondsSinceStart() > START_WITHIN_S) {
            throw new IOException("No answer within " + START_WITHIN_S + " s of the start");
        }
        LockSupport.parkNanos(POLL_NANOS);
    }

    /** Until what goes on in the background after the start, such as learning the floors, is done. */
    static void awaitQuiet(Service service) throws IOException {
        double before;
        double now = service.cpu();
        do {
            service.requireAlive();
            LockSupport.parkNanos(REST_NANOS);
            before = now;
            now = service.cpu();
        } while ((now - before) * 1e9 / REST_NANOS > QUIET && service.secondsSinceStart() < QUIET_WITHIN_S);
    }
}
