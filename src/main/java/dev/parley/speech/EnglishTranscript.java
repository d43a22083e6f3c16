package dev.parley.speech;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.lane.Completion;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.lane.ShopLanes;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.platform.Ids;
import dev.parley.prompt.CopilotInput;
import dev.parley.prompt.CopilotPrompts;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.PromptMessage;
import dev.parley.prompt.ShopFacts;
import dev.parley.prompt.TokenBudget;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Translates a transcript to English with the shop's chat model if the speech model cannot. */
@ApplicationScoped
class EnglishTranscript {
    private static final String ENGLISH = "en";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROOM = 100;

    private final ShopLanes lanes;
    private final PaidCalls calls;
    private final CopilotPrompts prompts;
    private final PromptConfig config;
    private final TokenCounter tokens;
    private final Ids ids;

    EnglishTranscript(ShopLanes lanes, PaidCalls calls, CopilotPrompts prompts, PromptConfig config,
            TokenCounter tokens,
            Ids ids) {
        this.lanes = lanes;
        this.calls = calls;
        this.prompts = prompts;
        this.config = config;
        this.tokens = tokens;
        this.ids = ids;
    }

    /** Drops timestamps, which belong to the original words. */
    Uni<Transcript> of(Tenant shop, @Nullable UUID conversation, Transcript transcript) {
        if (ENGLISH.equals(transcript.language()) || transcript.text().isBlank()) {
            return Uni.createFrom().item(transcript);
        }
        LaneOrder order = lanes.of(shop);
        if (!order.usable()) {
            return Uni.createFrom().failure(() -> SpeechFailure.untranslated("no_model"));
        }
        return calls
                .complete(question(shop, order, conversation, transcript.text()), transcript.text(), PATIENCE, LIMIT)
                .map(completion -> english(transcript, completion));
    }

    private ModelQuestion question(Tenant shop, LaneOrder order, @Nullable UUID conversation, String text) {
        Prompt prompt = prompts.assemble(new CopilotInput(
                new ShopFacts(shop.name(), shop.settings().botName(), shop.settings().handoffHint(), null),
                "translate", ENGLISH, List.of(), List.of(), text), budget(shop, text));
        UUID id = ids.next();
        ChatRequest request = new ChatRequest(id + ".1",
                prompt.messages().stream().map(EnglishTranscript::toChat).toList(),
                prompt.maxAnswerTokens(), null);
        return new ModelQuestion(order, request, new Call(shop, conversation, id, 1, Purpose.CHAT, lanes.names(shop),
                prompt.promptTokens(), prompt.maxAnswerTokens()));
    }

    /** English takes about as many tokens as most languages, half as many as some. */
    private TokenBudget budget(Tenant shop, String text) {
        int window = lanes.window(shop).orElse(config.window());
        return new TokenBudget(window, Math.min(2 * tokens.count(text) + ROOM, window / 2));
    }

    private static ChatMessage toChat(PromptMessage message) {
        return switch (message.role()) {
            case SYSTEM -> ChatMessage.system(message.text());
            case USER -> ChatMessage.user(message.text());
            case ASSISTANT -> ChatMessage.assistant(message.text());
        };
    }

    private static Transcript english(Transcript transcript, Completion completion) {
        if (completion.trouble() != null) {
            throw SpeechFailure.untranslated(completion.code());
        }
        return new Transcript(completion.text().strip(), transcript.text(), transcript.language(), transcript.length(),
                List.of(),
                List.of(), transcript.model());
    }
}
