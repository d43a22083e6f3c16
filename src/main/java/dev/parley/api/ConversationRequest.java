package dev.parley.api;

import java.util.Map;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.parley.platform.IdText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opens a conversation. {@code visitor} is the shop's customer id; without one the visitor is anonymous. */
@Schema(examples = """
        {"visitor": "customer-4711", "locale": "en", "attributes": {"tier": "gold"}}""")
public record ConversationRequest(
        @JsonDeserialize(using = IdText.class) @Nullable String visitor,
        @Nullable String locale,
        @Nullable String page,
        @Schema(description = "A JSON object of the shop's own.") @Nullable Map<String, Object> attributes) {}
