package dev.parley.api.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.ParameterRefusedException;
import dev.parley.conversation.VisitorMessage;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * Selects what counts in a client's messages: only users' lines. A system line would instruct the shop's bot, and
 * assistant lines can be forged; the bot's real answers are stored. The question must be readable; other content of
 * older lines is skipped.
 *
 * @param question the last user line; may be empty
 * @param before earlier user lines, oldest first
 * @param instruction system lines before the others
 * @param reminder system lines after the others
 * @param refusal why this is no customer's question; may be null
 */
record OpenAiLines(String question, List<String> before, String instruction, String reminder, boolean hasAnswers,
        @Nullable ParameterRefusedException refusal) {
    private static final int MAX_MESSAGES = 1_000;
    private static final Set<String> SYSTEM = Set.of("system", "developer");
    private static final Set<String> TOOLS = Set.of("tool", "function");

    static OpenAiLines of(List<OpenAiRequest.@Nullable Message> messages) {
        if (messages.size() > MAX_MESSAGES) {
            throw refused("There are at most 1,000 `messages`. Go on in a stored conversation instead.", "messages");
        }
        List<String> before = new ArrayList<>();
        List<String> instructions = new ArrayList<>();
        List<String> reminders = new ArrayList<>();
        int last = lastOf("user", messages);
        int answer = lastOf("assistant", messages);
        for (int i = 0; i < messages.size(); i++) {
            OpenAiRequest.Message message = messages.get(i);
            String role = role(message);
            if ("user".equals(role) && i < last) {
                String text = fitting(words(message));
                if (!text.isEmpty()) {
                    before.add(text);
                }
            } else if (role != null && SYSTEM.contains(role)) {
                (last >= 0 && i > Math.max(last, answer) ? reminders : instructions).add(words(message));
            } else if (role == null || !("user".equals(role) || "assistant".equals(role) || TOOLS.contains(role))) {
                throw refused("A message has the role `user`, `assistant`, `system`, `developer` or `tool`.",
                        "messages[" + i + "].role");
            }
        }
        return new OpenAiLines(last < 0 ? "" : words(messages.get(last)), before, String.join("\n", instructions),
                String.join("\n", reminders), answer >= 0, refusal(messages, last, answer));
    }

    private static int lastOf(String wanted, List<OpenAiRequest.@Nullable Message> messages) {
        int last = messages.size() - 1;
        while (last >= 0 && !wanted.equals(role(messages.get(last)))) {
            last--;
        }
        return last;
    }

    /** Reminders and results may follow the question, but no answer. */
    private static @Nullable ParameterRefusedException refusal(List<OpenAiRequest.@Nullable Message> messages, int last,
            int answer) {
        return last < 0 || answer > last
                ? refused("The last of the `messages` must have the role `user`: it is the question.", "messages")
                : unreadable(messages.get(last), "messages[" + last + "].content");
    }

    /** Including the last one. */
    List<String> said() {
        return question.isBlank() ? before : Stream.concat(before.stream(), Stream.of(question)).toList();
    }

    private static @Nullable String role(OpenAiRequest.@Nullable Message message) {
        return message == null ? null : message.role();
    }

    private static @Nullable ParameterRefusedException unreadable(OpenAiRequest.@Nullable Message message,
            String param) {
        JsonNode content = message == null ? null : message.content();
        if (content == null || !(content.isTextual() || content.isArray())) {
            return refused("The content is a text, or a list of parts of the type `text`.", param);
        }
        String text = words(message);
        if (text.isBlank() && content.isArray() && !content.isEmpty()) {
            return refused("Only parts of the type `text` are read: put the question into words.", param);
        }
        try {
            asVisitor(text);
            return null;
        } catch (ParleyException unfit) {
            return new ParameterRefusedException(unfit.kind(), unfit.code(), unfit.detail(), param);
        }
    }

    /** As stored. */
    static String asVisitor(String text) {
        return new VisitorMessage(new UUID(0, 0), text, null).text();
    }

    /** Omits what no visitor could send. */
    private static String fitting(String text) {
        try {
            return asVisitor(text);
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

    static ParameterRefusedException refused(String detail, String param) {
        return new ParameterRefusedException(ParleyException.Kind.INVALID, "invalid_value", detail, param);
    }
}
