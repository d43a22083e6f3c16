package dev.parley.assistant;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageTranslations;
import dev.parley.conversation.attachment.Recording.Translation;
import dev.parley.lane.Completion;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.lane.ShopLanes;
import dev.parley.language.LanguageTag;
import dev.parley.model.ChatRequest;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.prompt.CopilotInput;
import dev.parley.prompt.CopilotPrompts;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.ShopFacts;
import dev.parley.prompt.TokenBudget;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Translates visitors' messages for agents, once per message and language. */
@ApplicationScoped
public class Translator {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final MessageTranslations translations;
    private final Conversations conversations;
    private final Tenants tenants;
    private final ShopLanes lanes;
    private final PaidCalls calls;
    private final CopilotPrompts prompts;
    private final PromptConfig config;
    private final Ids ids;

    Translator(MessageTranslations translations, Conversations conversations, Tenants tenants, ShopLanes lanes,
            PaidCalls calls, CopilotPrompts prompts, PromptConfig config, Ids ids) {
        this.translations = translations;
        this.conversations = conversations;
        this.tenants = tenants;
        this.lanes = lanes;
        this.calls = calls;
        this.prompts = prompts;
        this.config = config;
        this.ids = ids;
    }

    /** Fails with `no_model`, `bad_language`, or the reason why the model could not be called. */
    public Uni<Translation> translate(TenantId id, UUID conversation, long seq, @Nullable String language) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(shop -> conversations.get(id, conversation)
                        .chain(found -> translate(shop, found, seq, checked(language))));
    }

    private static String checked(@Nullable String language) {
        String tag = LanguageTag.canonical(language);
        if (tag == null) {
            throw ParleyException.field("language", "bad_language", "is a BCP 47 tag such as `de`.");
        }
        return tag;
    }

    private Uni<Translation> translate(Tenant shop, Conversation about, long seq, String language) {
        return translations.of(shop.id(), about.id(), seq, language, text -> ask(shop, about, language, text))
                .map(text -> new Translation(language, text));
    }

    private Uni<String> ask(Tenant shop, Conversation about, String language, String text) {
        Copilot.requireModel(lanes, shop);
        return calls.complete(question(shop, about, language, text), text, PATIENCE, LIMIT).map(completion -> {
            Completion.Trouble trouble = completion.trouble();
            if (trouble != null) {
                throw Copilot.refusal(trouble, completion.code());
            }
            return completion.text().strip();
        });
    }

    private ModelQuestion question(Tenant shop, Conversation about, String language, String text) {
        CopilotInput input = new CopilotInput(
                new ShopFacts(shop.name(), shop.settings().botName(), shop.settings().handoffHint(), null),
                CopilotTask.TRANSLATE.wire(), language, List.of(), List.of(), text);
        TokenBudget usual = TokenBudget.of(config);
        int window = lanes.window(shop).orElse(usual.window());
        Prompt prompt = prompts.assemble(input, new TokenBudget(window, Math.min(usual.answer(), window / 2)));
        ChatRequest request = new ChatRequest(ids.next() + ".1",
                prompt.messages().stream().map(Copilot::toChat).toList(), prompt.maxAnswerTokens(),
                shop.visitorKey().pseudonym(about.visitor()));
        return new ModelQuestion(lanes.of(shop), request, new Call(shop, about.id(), null, 1, Purpose.TRANSLATION,
                lanes.names(shop), prompt.promptTokens(), prompt.maxAnswerTokens()));
    }
}
