package dev.parley.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/** Calls the operator's servers for JSON, without redirects. For tenants' addresses, see {@link OutgoingGuard}. */
@ApplicationScoped
public class OperatorHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;

    private final HttpClient client;
    private final ObjectMapper json;

    OperatorHttp(Vertx vertx, ObjectMapper json) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.json = json;
    }

    public Uni<JsonNode> get(URI address) {
        return send(options(HttpMethod.GET, address), Buffer.buffer());
    }

    /** {@code authorization} is the header's value; null for none. */
    public Uni<JsonNode> post(URI address, Map<String, String> form, @Nullable String authorization) {
        RequestOptions options = options(HttpMethod.POST, address)
                .putHeader("Content-Type", "application/x-www-form-urlencoded");
        if (authorization != null) {
            options.putHeader("Authorization", authorization);
        }
        return send(options, Buffer.buffer(form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))));
    }

    /** As in forms and query strings. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RequestOptions options(HttpMethod method, URI address) {
        return new RequestOptions().setMethod(method).setAbsoluteURI(address.toString()).setFollowRedirects(false)
                .setTimeout(PATIENCE.toMillis()).putHeader("Accept", "application/json");
    }

    private Uni<JsonNode> send(RequestOptions options, Buffer body) {
        return Uni.createFrom()
                .completionStage(() -> client.request(options).compose(request -> request.send(body))
                        .compose(this::read).toCompletionStage())
                .ifNoItem().after(PATIENCE.multipliedBy(2)).fail();
    }

    private Future<JsonNode> read(HttpClientResponse response) {
        return response.body().map(body -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("answered " + response.statusCode());
            }
            try {
                return json.readTree(body.getBytes());
            } catch (java.io.IOException e) {
                throw new IllegalStateException("answered something else than JSON");
            }
        });
    }
}
