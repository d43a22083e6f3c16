package dev.parley.api.openai;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.api.FollowerStep;
import dev.parley.api.openai.OpenAiChat.Asking;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

/**
 * One answer as an OpenAI stream. The protocol cannot retract text, so a restarted answer is held to its end and
 * continues only if it starts with the same text.
 */
final class OpenAiStream {
    private static final Logger LOG = Logger.getLogger(OpenAiStream.class);
    private static final String BEAT = ": still here\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private final OpenAiChat chat;
    private final ObjectMapper json;
    private final Asking asking;
    private final StringBuilder sent = new StringBuilder();
    private boolean holding;
    private boolean ended;

    OpenAiStream(OpenAiChat chat, ObjectMapper json, Asking asking) {
        this.chat = chat;
        this.json = json;
        this.asking = asking;
    }

    Multi<String> events() {
        return chat.steps(asking)
                .onItem().transformToMultiAndConcatenate(this::events)
                .onCompletion().continueWith(this::late)
                .onFailure().recoverWithItem(this::broken);
    }

    private Multi<String> events(FollowerStep step) {
        return switch (step) {
            case FollowerStep.Acknowledged ack ->
                Multi.createFrom().item(data(OpenAiJson.chunk(asking.stream(), null)));
            case FollowerStep.Happened happened -> Multi.createFrom().iterable(texts(happened.event()));
            case FollowerStep.Beat beat -> Multi.createFrom().item(BEAT);
            case FollowerStep.End end -> chat.answer(asking, end.recorded().message().seq())
                    .onItem().transformToMulti(answer -> Multi.createFrom().iterable(end(answer)));
        };
    }

    /** For an existing answer. */
    static List<String> whole(OpenAiAnswer answer, boolean usage) {
        OpenAiJson.Stream stream = new OpenAiJson.Stream(answer.id(), answer.created(), answer.conversation(), usage);
        List<String> events = new ArrayList<>(List.of(data(OpenAiJson.chunk(stream, null)),
                data(OpenAiJson.chunk(stream, answer.text())), data(OpenAiJson.lastChunk(stream, answer))));
        if (usage) {
            events.add(data(OpenAiJson.usageChunk(stream, answer)));
        }
        events.add(DONE);
        return events;
    }

    private List<String> texts(ConversationEvent event) {
        if (event instanceof AnswerBegan) {
            holding = !sent.isEmpty();
        }
        if (!(event instanceof AnswerGrew grew) || holding || grew.text().isEmpty()) {
            return List.of();
        }
        sent.append(grew.text());
        return List.of(data(OpenAiJson.chunk(asking.stream(), grew.text())));
    }

    private List<String> end(OpenAiAnswer answer) {
        ended = true;
        List<String> last = new ArrayList<>();
        if (answer.text().startsWith(sent.toString())) {
            String rest = answer.text().substring(sent.length());
            if (!rest.isEmpty()) {
                last.add(data(OpenAiJson.chunk(asking.stream(), rest)));
            }
        } else if (!answer.finishReason().equals("content_filter")) {
            return List.of(data(error(new ParleyException(Kind.UNAVAILABLE, "answer_restarted",
                    "The answer was begun afresh and differs from what was sent. Ask again, or read it in the conversation."))));
        }
        last.add(data(OpenAiJson.lastChunk(asking.stream(), answer)));
        if (asking.stream().usage()) {
            last.add(data(OpenAiJson.usageChunk(asking.stream(), answer)));
        }
        last.add(DONE);
        return last;
    }

    private List<String> late() {
        return ended ? List.of() : List.of(data(error(OpenAiChat.late())));
    }

    private String broken(Throwable failure) {
        if (failure instanceof ParleyException refused) {
            return data(error(refused));
        }
        LOG.errorf(failure, "conversation=%s its stream broke", asking.conversation());
        return data(error(OpenAiChat.late()));
    }

    private String error(ParleyException refused) {
        try {
            return json.writeValueAsString(OpenAiError.of(refused, 503));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String data(String text) {
        return "data: " + text + "\n\n";
    }
}
