package dev.parley.platform;

import java.net.ConnectException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;

/** Why a call to a tenant's address failed, in words for the tenant: they reveal nothing of our network. */
public final class OutgoingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** The host does not resolve, or resolves to a forbidden address. */
        REFUSED,
        /** The connection was not accepted. */
        UNREACHABLE,
        /** The certificate does not match the name, or the handshake failed. */
        TLS,
        TIMEOUT,
        /** The connection broke, or the answer is not HTTP. */
        BROKEN,
        /** Too many concurrent calls to this server. */
        BUSY;

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
