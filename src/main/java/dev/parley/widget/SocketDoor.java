package dev.parley.widget;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.parley.allowance.Allowances;
import dev.parley.platform.CallerAddress;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/** Lets no more sockets in than there is room for: 429 with `Retry-After` before the upgrade. */
@Singleton
class SocketDoor implements HttpUpgradeCheck {
    private static final TypedKey<String> ADDRESS = TypedKey.forString("parley.address");
    private static final TypedKey<IncomingBytes> INCOMING = new TypedKey<>("parley.incoming");

    private final Allowances allowances;
    private final CallerAddress callers;

    SocketDoor(Allowances allowances, CallerAddress callers) {
        this.allowances = allowances;
        this.callers = callers;
    }

    @Override
    public boolean appliesTo(String endpoint) {
        return endpoint.equals(VisitorSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        String address = callers.of(context.httpRequest());
        context.userData().put(ADDRESS, address);
        context.userData().put(INCOMING, IncomingBytes.of(context.httpRequest().connection()));
        return allowances.hasRoomForSocket(address)
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(429,
                        Map.of("Retry-After", List.of(Long.toString(allowances.socketPause().toSeconds()))));
    }

    /** Of whoever opened the socket. */
    static String address(WebSocketConnection connection) {
        return connection.userData().get(ADDRESS);
    }

    static IncomingBytes incoming(WebSocketConnection connection) {
        return connection.userData().get(INCOMING);
    }
}
