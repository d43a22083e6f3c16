package dev.parley.socket;

import java.util.List;
import java.util.Map;

import dev.parley.allowance.Allowances;
import dev.parley.platform.CallerAddress;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;

/** Limits strangers' sockets: 429 with `Retry-After` before the upgrade. One subclass per endpoint. */
public abstract class SocketLimit implements HttpUpgradeCheck {
    private final String endpoint;
    private final Allowances allowances;
    private final CallerAddress callers;

    protected SocketLimit(Class<? extends SocketEndpoint<?>> endpoint, Allowances allowances, CallerAddress callers) {
        this.endpoint = endpoint.getName();
        this.allowances = allowances;
        this.callers = callers;
    }

    @Override
    public final boolean appliesTo(String opened) {
        return opened.equals(endpoint);
    }

    @Override
    public final Uni<CheckResult> perform(HttpUpgradeContext context) {
        String address = callers.of(context.httpRequest());
        context.userData().put(SocketConnection.PLACE,
                new SocketPlace(allowances, address, IncomingBytes.of(context.httpRequest().connection())));
        return allowances.hasRoomForSocket(address)
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(429,
                        Map.of("Retry-After", List.of(Long.toString(allowances.socketPause().toSeconds()))));
    }
}
