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
 * What an OpenAI client sends. Clients send much besides that says how a model should write; here the shop says that, so it is let pass.
 *
 * @param user the shop's own id of the customer
 * @param metadata `conversation` goes on in a stored one; `chat_id` names the client's own chat
 * @param chatId the client's own chat, where it sends that beside the protocol's fields
 * @param promptCacheKey stands for the chat where nothing else does
 * @param safetyIdentifier tells the chats of one person from another's
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
                description = "Stands for the chat where nothing else does.") @Nullable JsonNode promptCacheKey,
        @Schema(implementation = String.class,
                description = "Tells the chats of one person from another's.") @Nullable JsonNode safetyIdentifier){

    /** One line; its content is a text or a list of parts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(@Nullable String role,
            @Schema(implementation = Object.class, description = "A text, or its parts; of these the texts are read.",
                    oneOf = {
                            String.class, Map[].class}) @Nullable JsonNode content){}

    /** What a stream is to hold. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    /** The kind of text that is wanted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ResponseFormat(@Nullable String type) {}
}
