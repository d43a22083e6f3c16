package dev.parley.socket;

import java.util.Optional;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The framework's connection, as far as a line needs it. */
public final class SocketConnection {
    static final TypedKey<StrangersPlace> PLACE = new TypedKey<>("parley.place");

    private final WebSocketConnection connection;

    SocketConnection(WebSocketConnection connection) {
        this.connection = connection;
    }

    public String id() {
        return connection.id();
    }

    /** Of the page that opened it, as its browser says. */
    public @Nullable String origin() {
        return connection.handshakeRequest().header("Origin");
    }

    public boolean isClosed() {
        return connection.isClosed();
    }

    /** Of whoever opened it; known behind a {@link SocketDoor} only. */
    public String address() {
        return place().orElseThrow().address();
    }

    /** Empty where no {@link SocketDoor} stands before the endpoint. */
    Optional<StrangersPlace> place() {
        return Optional.ofNullable(connection.userData().get(PLACE));
    }

    Uni<Void> send(String frame) {
        return connection.sendText(frame);
    }

    Uni<Void> close(CloseCode code) {
        return connection.close(code.reason());
    }
}
