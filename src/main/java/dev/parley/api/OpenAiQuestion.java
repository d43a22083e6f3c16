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
 * What an OpenAI request asks, once it has been checked. Only users' lines are heard. A system line would be an order to the shop's own bot, and
 * an assistant's may have been put into its mouth by whoever holds the list, a browser often: what the bot has really said is stored.
 *
 * @param earlier users' lines before the question, oldest first; empty where the conversation is stored
 * @param conversation to go on in; null: a new one
 */
record OpenAiQuestion(String text, List<String> earlier, @Nullable UUID conversation, @Nullable String user,
        boolean stream, boolean usage) {
    private static final int MOST_EARLIER = 10;
    private static final int MOST_MESSAGES = 1_000;
    private static final Set<String> UNHEARD = Set.of("system", "developer", "assistant");

    static OpenAiQuestion of(@Nullable OpenAiRequest request) {
        if (request == null || request.messages() == null || request.messages().isEmpty()) {
            throw refused("Send `messages`, the last of them with the role `user`.", "messages");
        }
        refuseTheImpossible(request);
        List<String> said = said(request.messages());
        if (said.isEmpty() || !"user".equals(role(request.messages().getLast()))) {
            throw refused("The last of the `messages` must have the role `user`: it is the question.", "messages");
        }
        UUID conversation = conversation(request);
        List<String> before = said.subList(0, said.size() - 1);
        return new OpenAiQuestion(said.getLast(),
                conversation != null
                        ? List.of()
                        : before.subList(Math.max(0, before.size() - MOST_EARLIER), before.size()),
                conversation, user(request.user()), Boolean.TRUE.equals(request.stream()),
                request.streamOptions() != null && Boolean.TRUE.equals(request.streamOptions().includeUsage()));
    }

    /** What would be something else than was asked for, if it were let pass. */
    private static void refuseTheImpossible(OpenAiRequest request) {
        if (request.n() != null && request.n() != 1) {
            throw refused("There is one answer to a question: leave out `n`.", "n");
        }
        if (isSet(request.tools()) || isSet(request.functions())) {
            throw refused("Tools of the caller's are not called here. A shop's own are set up at /v1/tools.", "tools");
        }
        if (request.responseFormat() != null && !"text".equals(request.responseFormat().type())) {
            throw refused("Answers are text: leave out `response_format`.", "response_format");
        }
    }

    private static boolean isSet(@Nullable JsonNode list) {
        return list != null && !list.isNull() && !list.isEmpty();
    }

    private static @Nullable String role(OpenAiRequest.@Nullable Message message) {
        return message == null ? null : message.role();
    }

    private static List<String> said(List<OpenAiRequest.@Nullable Message> messages) {
        if (messages.size() > MOST_MESSAGES) {
            throw refused("There are at most 1,000 `messages`. Go on in a stored conversation instead.", "messages");
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            OpenAiRequest.Message message = messages.get(i);
            String role = role(message);
            if (message != null && "user".equals(role)) {
                said.add(text(message.content(), "messages[" + i + "].content"));
            } else if (role == null || !UNHEARD.contains(role)) {
                throw refused("A message has the role `user`, `assistant`, `system` or `developer`.",
                        "messages[" + i + "].role");
            }
        }
        return said;
    }

    private static String text(@Nullable JsonNode content, String param) {
        if (content != null && content.isTextual()) {
            return checked(content.asText(), param);
        }
        if (content == null || !content.isArray()) {
            throw refused("The content is a text, or a list of parts of the type `text`.", param);
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text") || !part.path("text").isTextual()) {
                throw refused("Only parts of the type `text` are read.", param);
            }
            parts.add(part.path("text").asText());
        }
        return checked(String.join("\n", parts), param);
    }

    private static String checked(String text, String param) {
        try {
            return new VisitorMessage(new UUID(0, 0), text, null).text();
        } catch (ParleyException unfit) {
            throw new OpenAiRefusedException(unfit.kind(), unfit.code(), unfit.detail(), param);
        }
    }

    private static @Nullable UUID conversation(OpenAiRequest request) {
        String id = request.metadata() == null ? null : request.metadata().get("conversation");
        try {
            return id == null ? null : ConversationResource.pathId(id);
        } catch (ParleyException notAnId) {
            throw OpenAiRefusedException.noConversation();
        }
    }

    private static @Nullable String user(@Nullable String user) {
        if (user != null && (user.isBlank() || user.length() > 200 || user.indexOf('\0') >= 0)) {
            throw refused("The field `user` is your own id of the customer, 1 to 200 characters.", "user");
        }
        return user;
    }

    private static OpenAiRefusedException refused(String detail, String param) {
        return new OpenAiRefusedException(ParleyException.Kind.INVALID, "invalid_value", detail, param);
    }
}
