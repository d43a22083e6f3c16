package dev.parley.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.reading.ErrorBody;
import dev.parley.model.reading.ErrorTable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Calls {@code /embeddings}. A visitor may wait for it, so after a failure calls fail fast for a while. */
final class TextEmbedding {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FOR_ONE = Duration.ofSeconds(2);
    private static final Duration FOR_MANY = Duration.ofSeconds(30);

    private final ModelHttp http;
    private final Vertx vertx;
    private final Clock clock;
    private final Duration pause;
    private volatile @Nullable Instant downUntil;

    TextEmbedding(ModelHttp http, Vertx vertx, Clock clock, Duration pause) {
        this.http = http;
        this.vertx = vertx;
        this.clock = clock;
        this.pause = pause;
    }

    /** In the order of the texts; fails with a {@link ModelException}. */
    Uni<Embedded> of(Lane lane, List<String> texts, String requestId) {
        Instant until = downUntil;
        if (until != null && clock.instant().isBefore(until)) {
            return Uni.createFrom().failure(failure(ModelErrorKind.BREAKER_OPEN));
        }
        return OneCall.make(vertx, http, lane, http.options(lane, HttpMethod.POST, lane.path("embeddings"), requestId)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json"), body(lane, texts),
                texts.size() == 1 ? FOR_ONE : FOR_MANY)
                .map(reply -> read(reply, texts.size()))
                .invoke(answered -> downUntil = null)
                .onFailure().invoke(failed -> downUntil = clock.instant().plus(pause));
    }

    private static byte[] body(Lane lane, List<String> texts) {
        try {
            return JSON.writeValueAsBytes(Map.of("model", lane.model(), "input", texts, "encoding_format", "float"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Embedded read(OneCall.Reply reply, int texts) {
        if (reply.status() != 200) {
            throw failure(ErrorTable.refused(reply.status(),
                    ErrorBody.read(reply.body().getBytes(), reply.body().length())));
        }
        try {
            return read(JSON.readTree(reply.body().getBytes()), texts);
        } catch (IOException notJson) {
            throw failure(ModelErrorKind.MALFORMED);
        }
    }

    private static Embedded read(JsonNode json, int texts) {
        List<float @Nullable []> vectors = new ArrayList<>(Collections.nCopies(texts, null));
        int size = 0;
        for (JsonNode item : json.path("data")) {
            int index = item.path("index").asInt(-1);
            float[] vector = vector(item.path("embedding"));
            size = size == 0 ? vector.length : size;
            if (index < 0 || index >= texts || vector.length == 0 || vector.length != size) {
                throw failure(ModelErrorKind.MALFORMED);
            }
            vectors.set(index, vector);
        }
        if (vectors.contains(null)) {
            throw failure(ModelErrorKind.MALFORMED);
        }
        List<float[]> whole = new ArrayList<>();
        vectors.forEach(vector -> whole.add(vector == null ? new float[0] : vector));
        JsonNode counted = json.path("usage").path("prompt_tokens");
        return new Embedded(whole, json.path("model").textValue(), counted.isInt() ? counted.intValue() : null);
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!numbers.get(i).isNumber()) {
                throw failure(ModelErrorKind.MALFORMED);
            }
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static ModelException failure(ModelErrorKind kind) {
        return new ModelException(kind, 0, null, null, 1, false);
    }
}
