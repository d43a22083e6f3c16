package dev.parley.api.openai;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.ConversationResource;
import dev.parley.api.ParameterRefusedException;
import dev.parley.conversation.ClientChats;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A validated question. {@code task} is null for a customer's; {@code before} are earlier user lines, oldest first. */
record OpenAiQuestion(String text, @Nullable ClientTask task, List<String> before, @Nullable UUID conversation,
        ClientChats.Chat chat, @Nullable String user, boolean stream, boolean usage) {
    private static final int MAX_EARLIER = 10;

    /** {@code headers}: by name. */
    static OpenAiQuestion of(@Nullable OpenAiRequest request, Function<String, @Nullable String> headers) {
        if (request == null || request.messages() == null || request.messages().isEmpty()) {
            throw OpenAiLines.refused("Send `messages`, the last of them with the role `user`.", "messages");
        }
        OpenAiLines lines = OpenAiLines.of(request.messages());
        ClientTask task = ClientTask.of(lines);
        if (task == null) {
            if (lines.refusal() != null) {
                throw lines.refusal();
            }
            refuseTheImpossible(request);
        }
        String user = user(request.user());
        String owner = user == null ? ClientChatIds.owner(request, headers) : user;
        return new OpenAiQuestion(task == null ? OpenAiLines.asVisitor(lines.question()) : lines.question(), task,
                lines.before(), conversation(request),
                new ClientChats.Chat(ClientChatIds.chat(request, headers), owner, lines.before()), user,
                Boolean.TRUE.equals(request.stream()),
                request.streamOptions() != null && Boolean.TRUE.equals(request.streamOptions().includeUsage()));
    }

    /** Earlier messages for a new conversation. */
    List<String> earlier() {
        return before.subList(Math.max(0, before.size() - MAX_EARLIER), before.size());
    }

    /** Refuses what cannot be ignored without changing the meaning. */
    private static void refuseTheImpossible(OpenAiRequest request) {
        if (request.n() != null && request.n() != 1) {
            throw OpenAiLines.refused("There is one answer to a question: leave out `n`.", "n");
        }
        if (isSet(request.tools()) || isSet(request.functions())) {
            throw OpenAiLines.refused(
                    "Tools of the caller's are not called here. A shop's own are set up at /v1/tools.",
                    "tools");
        }
        if (request.responseFormat() != null && !"text".equals(request.responseFormat().type())) {
            throw OpenAiLines.refused("Answers are text: leave out `response_format`.", "response_format");
        }
    }

    private static boolean isSet(@Nullable JsonNode list) {
        return list != null && !list.isNull() && !list.isEmpty();
    }

    private static @Nullable UUID conversation(OpenAiRequest request) {
        JsonNode id = request.metadata() == null ? null : request.metadata().get("conversation");
        try {
            return id == null || id.isNull() ? null : ConversationResource.pathId(id.asText());
        } catch (ParleyException notAnId) {
            throw ParameterRefusedException.noConversation();
        }
    }

    /** Some programs send an object about their own user, which is ignored. */
    private static @Nullable String user(@Nullable JsonNode user) {
        if (user == null || !user.isValueNode() || user.isNull()) {
            return null;
        }
        String id = user.asText();
        if (id.isBlank() || id.length() > 200 || id.indexOf('\0') >= 0) {
            throw OpenAiLines.refused("The field `user` is your own id of the customer, 1 to 200 characters.", "user");
        }
        return id;
    }
}
