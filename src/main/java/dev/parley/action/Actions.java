package dev.parley.action;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.action.ActionResult.Outcome;
import dev.parley.platform.OutgoingFailure;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.SecretBox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Executes actions at the shop's server. Of the model's output, only arguments of the declared schema are sent. */
@ApplicationScoped
public class Actions {
    private static final int LARGEST_RESULT = 64 * 1024;
    private static final int NOT_FOUND = 404;
    /** Gateway errors: the shop's server may have executed the call. */
    private static final Set<Integer> GATEWAYS = Set.of(502, 504);

    private final OutgoingHttp http;
    private final SecretBox secretBox;
    private final ObjectMapper json;

    Actions(OutgoingHttp http, SecretBox secretBox, ObjectMapper json) {
        this.http = http;
        this.secretBox = secretBox;
        this.json = json;
    }

    /** Never fails; errors are results. {@code customer} is the shop's verified id, or null. */
    public Uni<ActionResult> carryOut(Action action, String arguments, @Nullable String customer, String key) {
        if (action.needsVerifiedCustomer() && customer == null) {
            return refused("The visitor must sign in to the shop first.", List.of());
        }
        JsonNode given;
        try {
            given = json.readTree(arguments);
        } catch (JsonProcessingException notJson) {
            return refused("The arguments are not JSON.", List.of());
        }
        List<String> faults = ArgumentSchemas.faults(action.settings().parameters(), given);
        if (!(given instanceof ObjectNode fields) || !faults.isEmpty()) {
            return refused("The arguments are not of the declared shape.", faults);
        }
        if (customer != null) {
            fields.put(action.settings().customerField(), customer);
        }
        return send(action, fields, key);
    }

    private Uni<ActionResult> refused(String why, List<String> faults) {
        ObjectNode told = json.createObjectNode().put("done", false).put("error", why);
        faults.forEach(told.putArray("faults")::add);
        return Uni.createFrom().item(new ActionResult(Outcome.REFUSED, told.toString(), null, null, 0));
    }

    private Uni<ActionResult> send(Action action, ObjectNode fields, String key) {
        ActionSettings settings = action.settings();
        Map<String, String> headers = new HashMap<>(
                Map.of("Accept", "application/json", "User-Agent", "Parley", "Idempotency-Key", key));
        if (settings.authHeader() != null && action.sealedAuth() != null) {
            String secret = secretBox.open(action.sealedAuth(), DeclaredActions.owner(action.id())).orElse(null);
            if (secret == null) {
                // Nothing was sent.
                return Uni.createFrom().item(failed(null, 0));
            }
            headers.put(settings.authHeader(), secret);
        }
        boolean query = settings.method().equals("GET");
        if (!query) {
            headers.put("Content-Type", "application/json");
        }
        OutgoingUrl url = OutgoingUrl.parse(query ? withQuery(settings.url(), fields) : settings.url());
        long started = System.nanoTime();
        return http.send(new OutgoingHttp.Call(settings.method(), url, headers,
                query ? null : Buffer.buffer(fields.toString()), Duration.ofMillis(settings.timeoutMs()),
                LARGEST_RESULT))
                .map(answer -> result(action, answer, millisSince(started)))
                .onFailure(OutgoingFailure.class)
                .recoverWithItem(failure -> mayHaveArrived(failure.reason())
                        ? unsure(action, null, millisSince(started))
                        : failed(null, millisSince(started)));
    }

    /** True if the shop's server may have executed the call. */
    private static boolean mayHaveArrived(OutgoingFailure.Reason reason) {
        return switch (reason) {
            case TIMEOUT, BROKEN -> true;
            case REFUSED, UNREACHABLE, TLS, BUSY -> false;
        };
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static String withQuery(String url, ObjectNode fields) {
        StringBuilder whole = new StringBuilder(url);
        fields.properties().forEach(field -> whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(field.getKey())
                .append('=').append(URLEncoder.encode(text(field.getValue()), StandardCharsets.UTF_8)));
        return whole.toString();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private ActionResult result(Action action, OutgoingHttp.Answer answer, long millis) {
        ActionSettings settings = action.settings();
        if (answer.status() == NOT_FOUND) {
            return new ActionResult(Outcome.NOT_FOUND, "{\"done\":false,\"found\":false}", null, NOT_FOUND, millis);
        }
        if (answer.status() / 100 != 2) {
            return GATEWAYS.contains(answer.status())
                    ? unsure(action, answer.status(), millis)
                    : failed(answer.status(), millis);
        }
        if (!answer.whole() || answer.encoding() != null) {
            return unsure(action, answer.status(), millis);
        }
        try {
            JsonNode body = json.readTree(answer.body().getBytes());
            ObjectNode card = ResultMapping.card(settings, body);
            return new ActionResult(Outcome.DONE, ResultMapping.told(settings, body).toString(),
                    card == null ? null : card.toString().replace("\\u0000", ""), answer.status(), millis);
        } catch (IOException notJson) {
            return unsure(action, answer.status(), millis);
        }
    }

    /** A failed look-up is simply failed. */
    private static ActionResult unsure(Action action, @Nullable Integer status, long millis) {
        return action.changes() ? ActionResult.unknown(status, millis) : failed(status, millis);
    }

    private static ActionResult failed(@Nullable Integer status, long millis) {
        return new ActionResult(Outcome.FAILED,
                "{\"done\":false,\"error\":\"The shop's system does not answer now. Offer a person.\"}", null, status,
                millis);
    }
}
