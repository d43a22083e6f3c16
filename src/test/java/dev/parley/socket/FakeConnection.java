package dev.parley.socket;

import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A connection whose client reads everything or nothing; it records frames and the close code in order. */
final class FakeConnection {
    final boolean reading;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    FakeConnection(boolean reading) {
        this.reading = reading;
    }

    /** The next frame or close code, within ten seconds. */
    @Nullable
    String next() throws InterruptedException {
        return out.poll(10, TimeUnit.SECONDS);
    }

    /** The close reason, skipping frames before it. */
    String closing() throws InterruptedException {
        String last = next();
        while (last != null && last.startsWith("{")) {
            last = next();
        }
        return String.valueOf(last);
    }

    boolean isSilent() {
        return out.isEmpty();
    }

    SocketConnection opened() {
        UserData nothing = (UserData) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{
                UserData.class}, (proxy, method, args) -> null);
        return new SocketConnection((WebSocketConnection) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{WebSocketConnection.class}, (proxy, method, args) -> switch (method.getName()) {
                    case "userData" -> nothing;
                    case "isClosed" -> closed;
                    case "sendText" -> send((String) args[0]);
                    case "close" -> close((CloseReason) args[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private Uni<Void> send(String frame) {
        out.add(frame);
        return reading ? Uni.createFrom().voidItem() : Uni.createFrom().nothing();
    }

    private Uni<Void> close(CloseReason reason) {
        closed = true;
        out.add(reason.getCode() + " " + reason.getMessage());
        return Uni.createFrom().voidItem();
    }
}
