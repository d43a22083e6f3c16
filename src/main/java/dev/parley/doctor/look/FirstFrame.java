package dev.parley.doctor.look;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/** What a WebSocket says first. A proxy may open one and then pass nothing on, or another program may be behind it. */
final class FirstFrame implements WebSocket.Listener {
    /** Parley's answer to `ping`, which needs no `hello`. */
    private static final String PONG = "{\"type\":\"pong\"}";

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> whole = new CompletableFuture<>();

    boolean isParleys(Duration patience) throws InterruptedException {
        try {
            return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS).equals(PONG);
        } catch (ExecutionException | TimeoutException nothing) {
            return false;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            whole.complete(text.toString());
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        whole.complete(reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
