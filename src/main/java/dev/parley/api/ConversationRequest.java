package dev.parley.api;

import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.parley.platform.IdText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opens a conversation. {@code visitor} is the shop's customer id; without one the visitor is anonymous. */
@Schema(examples = """
        {"visitor": "customer-4711", "locale": "en", "attributes": {"tier": "gold"}}""")
public record ConversationRequest(
        @JsonDeserialize(using = IdText.class) @Size(max = 200) @Pattern(regexp = SOME_TEXT,
                message = "is your own id of the customer, 1 to 200 characters.") @Nullable String visitor,
        @Nullable String locale,
        @Size(max = 2000) @Pattern(regexp = ConversationRequest.PAGE,
                message = "is the http or https address of a page.") @Nullable String page,
        @Schema(description = "A JSON object of the shop's own.") @Nullable Map<String, Object> attributes) {
    static final String PAGE = "[hH][tT][tT][pP][sS]?://[^\\s\\x00-\\x1f\\x7f-\\x9f]+";
    /** Not blank, and without NUL, which PostgreSQL cannot store. */
    private static final String SOME_TEXT = "[^\\x00]*[^\\s\\x00][^\\x00]*";
}
