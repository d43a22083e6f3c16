package dev.parley.tool;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An action as an administrator declares it, and as it is stored.
 *
 * @param description tells the model when to ask for it
 * @param parameters a JSON Schema of the arguments that the model gives
 * @param method `GET`: arguments in the query; `POST`: in a JSON body
 * @param authHeader the header that carries the secret, which is kept apart; null for none
 * @param requires `verified`: for visitors alone of whom the shop has proven who they are
 * @param confirm `visitor`: only after the visitor's yes
 * @param confirmText the question for that yes; `{name}` stands for that argument
 * @param customerField under which the verified customer's id is sent
 * @param tell what the model may read of the result: names and JSON Pointers
 * @param card what is shown past the model; null for none
 * @param idempotent the shop's server does it once, however often it gets the same `Idempotency-Key`
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolSettings(String name, String description, JsonNode parameters, String url, String method,
        @Nullable String authHeader, int timeoutMs, String requires, String confirm, @Nullable String confirmText,
        String customerField, Map<String, String> tell, @Nullable Card card, boolean enabled,
        boolean idempotent) {
    /**
     * A card beside the message.
     *
     * @param type such as `order`
     * @param fields names and JSON Pointers into the result
     */
    public record Card(String type, Map<String, String> fields) {}

    boolean verified() {
        return requires.equals("verified");
    }

    boolean confirmed() {
        return confirm.equals("visitor");
    }
}
