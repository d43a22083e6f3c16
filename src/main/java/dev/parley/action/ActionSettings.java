package dev.parley.action;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An action's declaration, as stored.
 *
 * @param description tells the model when to use it
 * @param parameters JSON Schema of the model's arguments
 * @param method `GET`: arguments in the query; `POST`: as JSON
 * @param authHeader header for the secret, which is stored separately
 * @param requires `verified`: only for verified customers
 * @param confirm `visitor`: only after the visitor's yes
 * @param confirmText the question; `{name}` inserts an argument
 * @param customerField name of the field with the verified customer's id
 * @param tell what the model may read: names and JSON Pointers into the result
 * @param idempotent the shop's server honours `Idempotency-Key`
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionSettings(String name, String description,
        @Schema(implementation = Map.class,
                description = "A JSON Schema of the arguments that the model gives.") JsonNode parameters,
        String url, @Schema(enumeration = {
                "GET", "POST"}) String method,
        @Nullable String authHeader, int timeoutMs, @Schema(enumeration = {"verified", "anonymous"}) String requires,
        @Schema(enumeration = {"never", "visitor"}) String confirm, @Nullable String confirmText,
        String customerField, Map<String, String> tell, @Nullable Card card, boolean enabled,
        boolean idempotent){
    /** {@code type} is such as `order`; {@code fields} maps names to JSON Pointers into the result. */
    public record Card(String type, Map<String, String> fields) {}

    boolean verified() {
        return requires.equals("verified");
    }

    boolean confirmed() {
        return confirm.equals("visitor");
    }
}
