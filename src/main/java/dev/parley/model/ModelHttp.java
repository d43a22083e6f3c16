package dev.parley.model;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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

/** The connections to the upstreams; Vert.x keeps a pool for each address. */
final class ModelHttp {
    /** Below what most servers wait before they hang up on an idle connection. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpClient client;
    private final ModelMetrics metrics;
    /** Connections that have carried a request. */
    private final Set<HttpConnection> used = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    ModelHttp(Vertx vertx, ModelConfig config, ModelMetrics metrics) {
        this.metrics = metrics;
        // HTTP/1.1: an answer that is cut off closes its own connection and nobody else's.
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(Math.toIntExact(config.timeouts().connect().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(true);
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * 4);
        client = vertx.createHttpClient(options, pool);
    }

    /** A connected request with all its headers. Redirects are not followed: they would carry the key to somewhere else. */
    Future<HttpClientRequest> connect(Lane lane, ChatRequest chat) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(lane.host())
                .setPort(lane.port())
                .setSsl(lane.tls())
                .setURI(lane.path())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, "text/event-stream")
                // A compressing proxy would hold small events back. What comes compressed all the same is unpacked.
                .putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader("X-Client-Request-Id", chat.requestId());
        if (lane.apiKey() != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + lane.apiKey());
        }
        try {
            return client.request(options);
        } catch (IllegalStateException closed) {
            // Parley is going down.
            return Future.failedFuture(closed);
        }
    }

    /** Whether the request's connection has carried another before, and so may have been closed by the server in this very moment. */
    boolean reused(HttpClientRequest request) {
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
        client.close();
    }
}
