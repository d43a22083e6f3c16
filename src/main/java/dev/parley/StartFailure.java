package dev.parley;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Optional;

import dev.parley.platform.StartRefusedException;
import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import org.jspecify.annotations.Nullable;

/** Explains in one line why the service does not start, if the operator can fix it. */
final class StartFailure {
    private StartFailure() {}

    /** Empty if only the stack trace explains it. */
    static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartRefusedException refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case QuarkusBindException taken -> {
                    return Optional.of(portTaken(taken.getPort()));
                }
                case SQLException database when isConnection(database) -> {
                    return Optional.of("The database cannot be reached (" + oneLine(database.getMessage())
                            + "). Check QUARKUS_DATASOURCE_REACTIVE_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
                }
                case ConfigValidationException settings -> {
                    return Optional.of(oneLine(settings.getMessage()));
                }
                default -> {
                }
            }
        }
        return Optional.empty();
    }

    /** SQLSTATE classes: connection, authorization, and the database's name. */
    private static boolean isConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s+", " ").strip();
    }

    private static String portTaken(int port) {
        return "Port " + port
                + " is taken by another program. Stop that, or choose a port with QUARKUS_HTTP_PORT (QUARKUS_MANAGEMENT_PORT for the one of the metrics).";
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Checked first, so that the start fails early. */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (BindException taken) {
            throw new StartRefusedException(portTaken(port));
        } catch (IOException unclear) {
            throw new StartRefusedException("Port " + port + " cannot be opened (" + unclear.getMessage() + ").");
        }
    }
}
