package dev.parley.platform;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses typed by tenants; beside the model's client, the only class that opens such connections
 * (ArchitectureTest). Connects to the address that {@link OutgoingGuard} checked, with TLS and Host by name. Follows no
 * redirect, accepts no compression, and enforces the caller's limits of size and time.
 */
@ApplicationScoped
public class OutgoingHttp {
    /** Shorter than most servers' idle timeout. */
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECTIONS_TO_ONE = 8;
    private static final int WAITING_FOR_ONE = 64;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final OutgoingGuard guard;
    private final HttpClient client;

    @Inject
    OutgoingHttp(Vertx vertx, OutgoingGuard guard) {
        this(vertx, guard, new HttpClientOptions());
    }

    OutgoingHttp(Vertx vertx, OutgoingGuard guard, HttpClientOptions tls) {
        this.vertx = vertx;
        this.guard = guard;
        // HTTP/1.1, since aborting an answer then closes only its own connection.
        this.client = vertx.createHttpClient(new HttpClientOptions(tls)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) LONGEST_CONNECT.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_ONE).setMaxWaitQueueSize(WAITING_FOR_ONE));
    }

    /** {@code within} starts at the name's look-up; {@code largest} is in bytes, and the rest is not read. */
    public record Call(String method, OutgoingUrl url, Map<String, String> headers, @Nullable Buffer body,
            Duration within, int largest) {}

    /** An answer with any status. The body is not decoded; {@code whole} is false if it exceeded the limit. */
    public record Answer(int status, @Nullable String type, @Nullable String encoding, Buffer body, boolean whole) {}

    /** Fails with an {@link OutgoingFailure} if there is no answer. */
    public Uni<Answer> send(Call call) {
        return Uni.createFrom().emitter(out -> new Sending(call).begin()
                .onComplete(done -> {
                    if (done.succeeded()) {
                        out.complete(done.result());
                    } else {
                        out.fail(OutgoingFailure.of(done.cause()));
                    }
                }));
    }

    /** Checks if the host may be called now, before an address is stored; fails like {@link #send}. */
    public Uni<Void> admit(OutgoingUrl url) {
        return Uni.createFrom().emitter(out -> guard.admit(url.host()).onComplete(done -> {
            if (done.succeeded()) {
                out.complete(null);
            } else {
                out.fail(OutgoingFailure.of(done.cause()));
            }
        }));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private final class Sending {
        private final Call call;
        private final OutgoingReading reading;
        private @Nullable HttpClientRequest request;
        private boolean over;

        Sending(Call call) {
            this.call = call;
            this.reading = new OutgoingReading(call.largest());
        }

        Future<Answer> begin() {
            Promise<Answer> end = Promise.promise();
            long timer = vertx.setTimer(call.within().toMillis(), late -> {
                end.tryFail(new OutgoingFailure(OutgoingFailure.Reason.TIMEOUT));
                hangUp();
            });
            guard.admit(call.url().host())
                    .compose(checked -> client.request(options(new InetSocketAddress(checked, call.url().port()))))
                    .compose(this::connected)
                    .onSuccess(end::tryComplete)
                    .onFailure(end::tryFail);
            return end.future().onComplete(done -> vertx.cancelTimer(timer));
        }

        private RequestOptions options(InetSocketAddress checked) {
            OutgoingUrl url = call.url();
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.valueOf(call.method()))
                    .setServer(SocketAddress.inetSocketAddress(checked))
                    .setHost(url.host())
                    .setPort(url.port())
                    .setSsl(url.tls())
                    .setURI(url.target())
                    .setFollowRedirects(false);
            call.headers().forEach(options::putHeader);
            return options.putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
        }

        private Future<Answer> connected(HttpClientRequest opened) {
            synchronized (this) {
                request = opened;
                if (over) {
                    opened.reset();
                    return Future.failedFuture(new OutgoingFailure(OutgoingFailure.Reason.TIMEOUT));
                }
            }
            Buffer body = call.body();
            return (body == null ? opened.send() : opened.send(body))
                    .compose(reading::read);
        }

        private synchronized void hangUp() {
            over = true;
            if (request != null) {
                request.reset();
            }
        }
    }
}
