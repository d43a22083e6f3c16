package dev.parley.model;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.parley.platform.OutgoingGuard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** Connections to upstreams, pooled by Vert.x per address. */
public final class ModelHttp {
    /** Shorter than most servers' idle timeout. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final ModelConfig config;
    private final OutgoingGuard guard;
    private final ModelMetrics metrics;
    /** The connect timeout belongs to the client, so there is one client per timeout. */
    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();
    private final Set<HttpConnection> used = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    ModelHttp(Vertx vertx, ModelConfig config, OutgoingGuard guard, ModelMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.guard = guard;
        this.metrics = metrics;
    }

    public Future<HttpClientRequest> connect(Lane lane, ChatRequest chat) {
        RequestOptions options = options(lane, HttpMethod.POST, lane.path("chat/completions"), chat.requestId())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, lane.dialect().stream() ? "text/event-stream" : "application/json");
        return connect(lane, options);
    }

    /** Does not follow redirects, which would carry the key elsewhere. */
    public RequestOptions options(Lane lane, HttpMethod method, String path, String requestId) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(lane.address().host())
                .setPort(lane.address().port())
                .setSsl(lane.address().tls())
                .setURI(path)
                .setFollowRedirects(false)
                // A compressing proxy would delay small events. Compressed answers are decoded anyway.
                .putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader("X-Client-Request-Id", requestId);
        ModelKey key = lane.key();
        if (key != null) {
            if (lane.kind() instanceof LaneKind.Azure) {
                options.putHeader("api-key", key.secret());
            } else {
                options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key.secret());
            }
        }
        return options;
    }

    public Future<HttpClientRequest> connect(Lane lane, RequestOptions options) {
        if (!lane.address().guarded()) {
            return request(lane, options);
        }
        return guard.admit(lane.address().host()).compose(checked -> request(lane, options.setServer(
                SocketAddress.inetSocketAddress(new InetSocketAddress(checked, lane.address().port())))));
    }

    private Future<HttpClientRequest> request(Lane lane, RequestOptions options) {
        try {
            return clients.computeIfAbsent(lane.patience().connect(), this::client).request(options);
        } catch (IllegalStateException closed) {
            // Shutting down.
            return Future.failedFuture(closed);
        }
    }

    public static ModelErrorKind kindOf(Throwable cause) {
        return switch (cause) {
            case ConnectionPoolTooBusyException busy -> ModelErrorKind.BUSY;
            case OutgoingGuard.RefusedException refused -> ModelErrorKind.ADDRESS_REFUSED;
            default -> ModelErrorKind.CONNECTION;
        };
    }

    private HttpClient client(Duration connect) {
        // HTTP/1.1, since aborting an answer then closes only its own connection.
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(Math.toIntExact(connect.toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(true);
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * 4);
        return vertx.createHttpClient(options, pool);
    }

    /** True if the connection carried a request before: the server may close it at any moment. */
    public boolean reused(HttpClientRequest request) {
        boolean fresh = used.add(request.connection());
        if (fresh) {
            metrics.connectionOpened();
        }
        return !fresh;
    }

    Future<HttpClientResponse> send(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body));
    }

    void close() {
        clients.values().forEach(HttpClient::close);
    }
}
