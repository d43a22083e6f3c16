package dev.parley.action;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
        {"name": "order_status", "description": "Looks up an order by its number.",
         "parameters": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"]},
         "url": "https://hooks.shop.example/orders", "method": "GET", "timeout_ms": 5000,
         "requires": "verified", "confirm": "never", "customer_field": "customer",
         "tell": {"status": "/status"}, "card": {"type": "order", "fields": {"total": "/total"}},
         "enabled": true, "idempotent": false, "id": "018f3b5e-7c1a-7000-8000-000000000010", "auth_set": true}""")
@JsonNaming(SnakeCaseStrategy.class)
public record ActionResponse(UUID id, @JsonUnwrapped ActionSettings settings, boolean authSet) {
    public static ActionResponse of(Action action) {
        return new ActionResponse(action.id(), action.settings(), action.sealedAuth() != null);
    }
}
