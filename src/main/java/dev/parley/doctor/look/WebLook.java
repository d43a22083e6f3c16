package dev.parley.doctor.look;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.platform.WebAddress;

/** Calls the operator's own addresses: the service on this machine, and the public address. */
public final class WebLook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern SITE = Pattern.compile("(?i)http(s?)(://[^/]+.*)");
    private static final String VISITORS = "/ws/v1/visitor";
    private static final String PROTOCOL = "parley.v1";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<byte[]> get(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).GET().build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public ServiceState service(int port) {
        try {
            int status = get(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/live")))
                    .statusCode();
            return status == 200 ? ServiceState.RUNNING : ServiceState.OTHER_PROGRAM;
        } catch (ConnectException stopped) {
            return ServiceState.STOPPED;
        } catch (IOException other) {
            return ServiceState.OTHER_PROGRAM;
        }
    }

    /** Opens a visitor's socket as a widget does, and has a `ping` answered. */
    public SocketState socket(Settings settings) {
        if (settings.site().isEmpty()) {
            return new SocketState.NoAddress();
        }
        Matcher site = SITE.matcher(settings.site().get());
        if (!site.matches() || WebAddress.of(settings.site().get()).isEmpty()) {
            return new SocketState.NotAnAddress();
        }
        String address = "ws" + site.group(1) + site.group(2) + VISITORS;
        try {
            FirstFrame first = new FirstFrame();
            WebSocket socket = client.newWebSocketBuilder().subprotocols(PROTOCOL).connectTimeout(PATIENCE)
                    .buildAsync(URI.create(address), first).get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
            try {
                socket.sendText("{\"type\":\"ping\"}", true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return first.isParleys(PATIENCE) ? new SocketState.Opened(address) : new SocketState.Silent(address);
            } finally {
                socket.abort();
            }
        } catch (ExecutionException e) {
            return refused(address, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new SocketState.Unreachable(address, "no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static SocketState refused(String address, Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebSocketHandshakeException handshake) {
                return new SocketState.NotUpgraded(address, handshake.getResponse().statusCode());
            }
        }
        return new SocketState.Unreachable(address, Troubles.words(why));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
