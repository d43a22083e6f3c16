package dev.parley.socket;

import java.util.Optional;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

public final class SocketConnection {
    static final TypedKey<SocketPlace> PLACE = new TypedKey<>("parley.place");

    private final WebSocketConnection connection;

    SocketConnection(WebSocketConnection connection) {
        this.connection = connection;
    }

    public String id() {
        return connection.id();
    }

    public @Nullable String origin() {
        return connection.handshakeRequest().header("Origin");
    }

    public boolean isClosed() {
        return connection.isClosed();
    }

    /** Known behind a {@link SocketLimit} only. */
    public String address() {
        return place().orElseThrow().address();
    }

    /** Empty without a {@link SocketLimit}. */
    Optional<SocketPlace> place() {
        return Optional.ofNullable(connection.userData().get(PLACE));
    }

    Uni<Void> send(String frame) {
        return connection.sendText(frame);
    }

    Uni<Void> close(CloseCode code) {
        return connection.close(code.reason());
    }
}
