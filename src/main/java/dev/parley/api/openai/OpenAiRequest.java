package dev.parley.api.openai;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request of an OpenAI client. Ignores parameters of generation, which the shop decides.
 *
 * @param user the shop's customer id
 * @param metadata `conversation` continues a stored one; `chat_id` is the client's chat
 * @param chatId the client's chat, a non-standard field
 * @param promptCacheKey identifies the chat as a last resort
 */
@Schema(examples = """
        {"model": "parley", "messages": [{"role": "user", "content": "How long do I have to return shoes?"}]}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenAiRequest(@Nullable String model, @Nullable List<@Nullable Message> messages,
        @Nullable Boolean stream, @Nullable StreamOptions streamOptions, @Nullable Integer n,
        @Schema(hidden = true) @Nullable JsonNode tools, @Schema(hidden = true) @Nullable JsonNode functions,
        @Nullable ResponseFormat responseFormat,
        @Schema(implementation = String.class, description = "Your own id of the customer.") @Nullable JsonNode user,
        @Schema(implementation = Map.class,
                description = "`conversation` to go on in, or `chat_id`, the client's own.") @Nullable JsonNode metadata,
        @Schema(implementation = String.class, description = "The client's own chat.") @JsonAlias( {
                "chatId", "conversation_id", "conversationId", "thread_id", "threadId", "session_id",
                "sessionId"}) @Nullable JsonNode chatId,
        @Schema(implementation = String.class,
                description = "Identifies the chat if nothing else does.") @Nullable JsonNode promptCacheKey,
        @Schema(implementation = String.class,
                description = "Tells the chats of one person from another's.") @Nullable JsonNode safetyIdentifier){

    /** {@code content} is text or a list of parts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(@Nullable String role,
            @Schema(implementation = Object.class, description = "A text, or its parts; of these the texts are read.",
                    oneOf = {
                            String.class, Map[].class}) @Nullable JsonNode content){}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ResponseFormat(@Nullable String type) {}
}
