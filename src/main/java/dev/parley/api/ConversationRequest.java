package dev.parley.api;

import java.util.Map;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.parley.platform.IdText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Opens a conversation.
 *
 * @param visitor the shop's own id of the customer, a string or a whole number; none: an anonymous visitor
 * @param attributes whatever the shop wants its agents to see
 */
@Schema(examples = """
        {"visitor": "customer-4711", "locale": "en", "attributes": {"tier": "gold"}}""")
public record ConversationRequest(
        @JsonDeserialize(using = IdText.class) @Nullable String visitor,
        @Nullable String locale,
        @Nullable String page,
        @Schema(description = "A JSON object of the shop's own.") @Nullable Map<String, Object> attributes) {}
