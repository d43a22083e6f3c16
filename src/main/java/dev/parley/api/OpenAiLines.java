package dev.parley.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.VisitorMessage;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * What of a client's list of messages is heard. Only users' lines are. A system line would be an order to the shop's own bot, and an
 * assistant's may have been put into its mouth by whoever holds the list, a browser often: what the bot has really said is stored. The
 * question must be readable; what stands in older lines besides words (pictures, results of other models' tools) is passed over.
 *
 * @param question the last of the user's lines
 * @param before those before it, oldest first
 * @param instructions what the client says in the system's name
 */
record OpenAiLines(String question, List<String> before, List<String> instructions) {
    private static final int MOST_MESSAGES = 1_000;
    private static final Set<String> SYSTEM = Set.of("system", "developer");
    private static final Set<String> TOOLS = Set.of("tool", "function");

    static OpenAiLines of(List<OpenAiRequest.@Nullable Message> messages) {
        if (messages.size() > MOST_MESSAGES) {
            throw refused("There are at most 1,000 `messages`. Go on in a stored conversation instead.", "messages");
        }
        int last = question(messages);
        List<String> before = new ArrayList<>();
        List<String> instructions = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            OpenAiRequest.Message message = messages.get(i);
            String role = role(message);
            if ("user".equals(role) && i < last) {
                String text = fitting(words(message));
                if (!text.isEmpty()) {
                    before.add(text);
                }
            } else if (role != null && SYSTEM.contains(role)) {
                instructions.add(words(message));
            } else if (role == null || !("user".equals(role) || "assistant".equals(role) || TOOLS.contains(role))) {
                throw refused("A message has the role `user`, `assistant`, `system`, `developer` or `tool`.",
                        "messages[" + i + "].role");
            }
        }
        return new OpenAiLines(read(messages.get(last), "messages[" + last + "].content"), before, instructions);
    }

    /** Where the question is: reminders and results may follow it, but no answer. */
    private static int question(List<OpenAiRequest.@Nullable Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            String role = role(messages.get(i));
            if ("user".equals(role)) {
                return i;
            }
            if (role == null) {
                throw refused("A message has the role `user`, `assistant`, `system`, `developer` or `tool`.",
                        "messages[" + i + "].role");
            }
            if (!SYSTEM.contains(role) && !TOOLS.contains(role)) {
                break;
            }
        }
        throw refused("The last of the `messages` must have the role `user`: it is the question.", "messages");
    }

    private static @Nullable String role(OpenAiRequest.@Nullable Message message) {
        return message == null ? null : message.role();
    }

    private static String read(OpenAiRequest.@Nullable Message message, String param) {
        JsonNode content = message == null ? null : message.content();
        if (content == null || !(content.isTextual() || content.isArray())) {
            throw refused("The content is a text, or a list of parts of the type `text`.", param);
        }
        String text = words(message);
        if (text.isBlank() && content.isArray() && !content.isEmpty()) {
            throw refused("Only parts of the type `text` are read: put the question into words.", param);
        }
        try {
            return new VisitorMessage(new UUID(0, 0), text, null).text();
        } catch (ParleyException unfit) {
            throw new OpenAiRefusedException(unfit.kind(), unfit.code(), unfit.detail(), param);
        }
    }

    /** What no visitor could have sent was not said. */
    private static String fitting(String text) {
        try {
            return new VisitorMessage(new UUID(0, 0), text, null).text();
        } catch (ParleyException unfit) {
            return "";
        }
    }

    private static String words(OpenAiRequest.@Nullable Message message) {
        JsonNode content = message == null ? null : message.content();
        if (content == null || !content.isArray()) {
            return content != null && content.isTextual() ? content.asText() : "";
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            JsonNode text = part.isTextual() ? part : part.path("text");
            if (text.isTextual()) {
                parts.add(text.asText());
            } else if (text.path("value").isTextual()) {
                parts.add(text.path("value").asText());
            }
        }
        return String.join("\n", parts);
    }

    static OpenAiRefusedException refused(String detail, String param) {
        return new OpenAiRefusedException(ParleyException.Kind.INVALID, "invalid_value", detail, param);
    }
}
