package dev.parley.platform;

import java.net.ConnectException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;

/** Why a call to a tenant's address brought no answer, in words that the tenant may read: nothing of our own network stands in them. */
public final class OutgoingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** The host cannot be found, or leads to where a tenant has no business. */
        REFUSED,
        /** Nobody takes the connection. */
        UNREACHABLE,
        /** The certificate is not valid for the name, or no secure connection comes about. */
        TLS,
        /** No complete answer in the time set. */
        TIMEOUT,
        /** The connection broke off, or what came over it is not HTTP. */
        BROKEN,
        /** Too many calls to this server are under way. */
        BUSY;

        /** As stored and as sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public OutgoingFailure(Reason reason) {
        super(reason.wire());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static OutgoingFailure of(Throwable cause) {
        return switch (cause) {
            case OutgoingFailure known -> known;
            case OutgoingGuard.RefusedException refused -> new OutgoingFailure(Reason.REFUSED);
            case ConnectionPoolTooBusyException busy -> new OutgoingFailure(Reason.BUSY);
            case SSLException tls -> new OutgoingFailure(Reason.TLS);
            case ConnectException unreachable -> new OutgoingFailure(Reason.UNREACHABLE);
            case VertxException broken -> new OutgoingFailure(Reason.BROKEN);
            default -> cause.getCause() instanceof SSLException
                    ? new OutgoingFailure(Reason.TLS)
                    : new OutgoingFailure(Reason.BROKEN);
        };
    }
}
