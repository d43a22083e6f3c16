package dev.parley.assistant;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.answer.Source;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.lane.Completion;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.lane.ShopLanes;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.prompt.CopilotInput;
import dev.parley.prompt.CopilotPrompts;
import dev.parley.prompt.Passage;
import dev.parley.prompt.PastMessage;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.PromptMessage;
import dev.parley.prompt.ShopFacts;
import dev.parley.prompt.TokenBudget;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Drafts texts for agents, within the shop's budget. Nothing is stored or sent. */
@ApplicationScoped
public class Copilot {
    private static final int REMEMBERED_MESSAGES = 40;
    private static final int ENTRIES = 5;
    /** Timeout to the first words, as for a visitor. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ShopLanes lanes;
    private final PaidCalls calls;
    private final Tenants tenants;
    private final Conversations conversations;
    private final FaqSearch faq;
    private final CopilotPrompts prompts;
    private final PromptConfig config;
    private final Ids ids;

    Copilot(ShopLanes lanes, PaidCalls calls, Tenants tenants, Conversations conversations, FaqSearch faq,
            CopilotPrompts prompts,
            PromptConfig config, Ids ids) {
        this.lanes = lanes;
        this.calls = calls;
        this.tenants = tenants;
        this.conversations = conversations;
        this.faq = faq;
        this.prompts = prompts;
        this.config = config;
        this.ids = ids;
    }

    /** {@code text} is null if the task concerns the conversation. */
    public record Wish(CopilotTask task, String manner, @Nullable String text) {}

    /** {@code sources} are the entries that support it. */
    public record Drafted(String text, List<Source> sources, @Nullable String model, @Nullable String cost) {}

    private record Case(Tenant shop, ConversationThread thread, UUID conversation, Wish given) {}

    /** Fails with `no_model` without a model, else with the reason why it could not be called. */
    public Uni<Drafted> help(TenantId id, UUID conversation, Wish given) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(shop -> conversations.thread(id, conversation, REMEMBERED_MESSAGES)
                        .map(thread -> new Case(shop, thread, conversation, given)))
                .invoke(asked -> requireModel(lanes, asked.shop()))
                .chain(this::help);
    }

    static void requireModel(ShopLanes lanes, Tenant shop) {
        if (!lanes.of(shop).usable()) {
            throw new ParleyException(Kind.CONFLICT, "no_model",
                    "No model is set up, so that nothing can be written. Set OPENAI_API_KEY or OPENAI_BASE_URL, or the shop's lanes.");
        }
    }

    private Uni<Drafted> help(Case asked) {
        return passages(asked).chain(found -> {
            List<Passage> passages = found.stream().map(match -> new Passage(match.entry().id(),
                    match.entry().question(), match.entry().answer(), match.entry().url(), match.score())).toList();
            String spoken = asked.given().text() == null ? "" : asked.given().text();
            return calls.complete(question(asked, passages), spoken, PATIENCE, LIMIT)
                    .map(completion -> drafted(completion, passages));
        });
    }

    private static Drafted drafted(Completion completion, List<Passage> passages) {
        if (completion.trouble() != null) {
            throw refusal(completion.trouble(), completion.code());
        }
        return new Drafted(completion.text().strip(),
                passages.stream().map(each -> new Source(each.id(), each.question(), each.url(), each.score()))
                        .toList(),
                completion.model(), completion.cost() == null ? null : completion.cost().cost().toString());
    }

    static ParleyException refusal(Completion.Trouble trouble, String code) {
        return switch (trouble) {
            case UNAFFORDABLE -> new ParleyException(Kind.CONFLICT, code,
                    "No model may be asked now: the budget is used up, or a price is missing. See the usage page.");
            case FLAGGED -> new ParleyException(Kind.UNPROCESSABLE, "flagged",
                    "The model's filter refuses this. Write it yourself.");
            case FAILED -> new ParleyException(Kind.UNAVAILABLE, "model_failed",
                    "The model did not answer (" + code + "). Try again.");
        };
    }

    private Uni<List<FaqMatch>> passages(Case asked) {
        String question = asked.thread().lines().reversed().stream().filter(line -> line.author() == Author.VISITOR)
                .findFirst().map(ConversationThread.Line::text).orElse("");
        if (asked.given().task() != CopilotTask.DRAFT || question.isBlank() || !faq.ready()) {
            return Uni.createFrom().item(List.of());
        }
        return faq.search(asked.shop().id(), new FaqQuery(question, ENTRIES, asked.thread().locale(), null))
                .map(found -> found.stream().filter(match -> match.verdict() == Verdict.ANSWER).toList());
    }

    private ModelQuestion question(Case asked, List<Passage> passages) {
        Tenant shop = asked.shop();
        Wish given = asked.given();
        CopilotInput input = new CopilotInput(
                new ShopFacts(shop.name(), shop.settings().botName(), shop.settings().handoffHint(),
                        shop.settings().tone()),
                given.task().wire(), given.manner(), passages,
                given.task().needsText() ? List.of() : said(asked.thread()), given.text());
        Prompt prompt = prompts.assemble(input, budget(shop));
        UUID id = ids.next();
        ChatRequest request = new ChatRequest(id + ".1",
                prompt.messages().stream().map(Copilot::toChat).toList(), prompt.maxAnswerTokens(),
                shop.visitorKey().pseudonym(asked.thread().visitor()));
        Call call = new Call(shop, asked.conversation(), id, 1, Purpose.CHAT, lanes.names(shop),
                prompt.promptTokens(), prompt.maxAnswerTokens());
        return new ModelQuestion(lanes.of(shop), request, call);
    }

    private TokenBudget budget(Tenant shop) {
        TokenBudget usual = TokenBudget.of(config);
        int window = lanes.window(shop).orElse(usual.window());
        return new TokenBudget(window, Math.min(usual.answer(), window / 2));
    }

    static List<PastMessage> said(ConversationThread thread) {
        return thread.lines().stream().filter(line -> line.author() != Author.SYSTEM && !line.text().isBlank())
                .map(line -> new PastMessage(switch (line.author()) {
                    case VISITOR -> PastMessage.Author.VISITOR;
                    case BOT, SYSTEM -> PastMessage.Author.BOT;
                    case AGENT -> PastMessage.Author.AGENT;
                }, line.text())).toList();
    }

    static ChatMessage toChat(PromptMessage message) {
        return switch (message.role()) {
            case SYSTEM -> ChatMessage.system(message.text());
            case USER -> ChatMessage.user(message.text());
            case ASSISTANT -> ChatMessage.assistant(message.text());
        };
    }
}
