package dev.parley.doctor.look;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/** Failures of connections in plain words; the JDK's exceptions often have no message. */
final class Troubles {
    private Troubles() {}

    static String words(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        // The innermost first: an unknown host is also a failed connection.
        for (Throwable cause : causes.reversed()) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return "there is no such host";
                }
                case UnresolvedAddressException unknown -> {
                    return "there is no such host";
                }
                case SocketTimeoutException late -> {
                    return "no answer in time";
                }
                case HttpTimeoutException late -> {
                    return "no answer in time";
                }
                case SSLException refused -> {
                    return "encryption failed: " + oneLine(refused.getMessage());
                }
                case ConnectException refused -> {
                    return "the connection is refused";
                }
                default -> {
                }
            }
        }
        return oneLine(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s+", " ").strip();
    }
}
