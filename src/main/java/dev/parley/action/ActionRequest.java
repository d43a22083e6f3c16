package dev.parley.action;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An action as submitted; absent values get defaults. The secret is write-only. */
@Schema(examples = """
        {"name": "order_status", "description": "Looks up an order by its number.",
         "parameters": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"]},
         "url": "https://hooks.shop.example/orders", "method": "GET", "timeout_ms": 5000,
         "requires": "verified", "confirm": "never", "customer_field": "customer",
         "tell": {"status": "/status"}, "card": {"type": "order", "fields": {"total": "/total"}},
         "enabled": true, "auth_header": "Authorization", "auth_value": "Bearer …"}""")
@JsonNaming(SnakeCaseStrategy.class)
public record ActionRequest(@Nullable String name, @Nullable String description,
        @Schema(implementation = Map.class,
                description = "A JSON Schema of the arguments that the model gives.") @Nullable JsonNode parameters,
        @Nullable String url, @Nullable String method, @Nullable String authHeader, @Nullable String authValue,
        @Nullable Integer timeoutMs, @Nullable String requires, @Nullable String confirm,
        @Nullable String confirmText, @Nullable String customerField, @Nullable Map<String, @Nullable String> tell,
        ActionSettings.@Nullable Card card, @Nullable Boolean enabled,
        @Nullable Boolean idempotent) {}
