package dev.parley.turn.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall;
import dev.parley.conversation.ConversationThread.Line;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.faq.FaqFound;
import dev.parley.faq.search.FaqMatch;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.model.AnswerFormat;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.ToolOffer;
import dev.parley.prompt.Passage;
import dev.parley.prompt.PastMessage;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.PromptAssembler;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.PromptInput;
import dev.parley.prompt.PromptMessage;
import dev.parley.prompt.RewriteInput;
import dev.parley.prompt.RewritePrompt;
import dev.parley.prompt.ShopFacts;
import dev.parley.prompt.StructuredEnd;
import dev.parley.prompt.TokenBudget;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.SavingLevel;
import dev.parley.tenant.Tenant;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Say;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Prompts {
    /** Messages; visitors seldom refer further back. */
    private static final int SHORT_HISTORY = 4;
    /** In tokens: a short paragraph. */
    private static final int SMALL_ANSWER = 200;

    private final PromptAssembler assembler;
    private final TokenBudget budget;
    private final ShopLanes lanes;
    private final TokenCounter tokens;
    private final RewritePrompt rewriting;
    private final Sentences sentences;

    Prompts(PromptAssembler assembler, RewritePrompt rewriting, PromptConfig config, Sentences sentences,
            ShopLanes lanes, TokenCounter tokens) {
        this.assembler = assembler;
        this.rewriting = rewriting;
        this.sentences = sentences;
        this.budget = TokenBudget.of(config);
        this.lanes = lanes;
        this.tokens = tokens;
    }

    /** {@code otherwise}: if the model does not answer; {@code unknown}: if the entries do not answer. */
    Ask ask(TurnContext about, List<FaqMatch> matches, Say otherwise, Plan unknown, SavingLevel savingLevel) {
        Prompt prompt = assembler.assemble(input(about, matches, savingLevel), budget(about.shop(), savingLevel));
        List<ToolOffer> offers = offers(about.toolbox());
        int inputTokens = prompt.promptTokens() + tokensOf(offers);
        Evidence evidence = otherwise.evidence().sent(prompt.messages().stream().map(Prompts::toSent).toList(),
                inputTokens);
        ChatRequest request = new ChatRequest(requestId(about),
                prompt.messages().stream().map(Prompts::toChat).toList(), prompt.maxAnswerTokens(),
                about.shop().visitorKey().pseudonym(about.thread().visitor()), () -> shortest(about, matches))
                .offering(offers);
        List<Source> sources = prompt.used().stream()
                .map(passage -> new Source(passage.id(), passage.question(), passage.url(), passage.score())).toList();
        Say refusal = new Say(sentences.of(about.shop()).say(Sentence.REFUSED, about.language()),
                Finish.CONTENT_FILTER, List.of(), evidence);
        return new Ask(about.exchange().question(),
                new ModelQuestion(lanes.of(about.shop()), request,
                        call(about, Purpose.CHAT, inputTokens, prompt.maxAnswerTokens())),
                savingLevel, cheaper -> ask(about, matches, otherwise, unknown, cheaper), prompt.used(), sources,
                otherwise,
                unknown, refusal, evidence, about.toolbox());
    }

    private static String requestId(TurnContext about) {
        return about.answer().id() + "." + about.answer().attempt();
    }

    private Call call(TurnContext about, Purpose purpose, int inputTokens, int maxOutputTokens) {
        return new Call(about.shop(), about.answer().conversation(), about.answer().id(), about.answer().attempt(),
                purpose, lanes.names(about.shop()), inputTokens, maxOutputTokens);
    }

    /** The two ways to decline, and the shop's actions. */
    private static List<ToolOffer> offers(Toolbox box) {
        return Stream.concat(
                StructuredEnd.OFFERS.stream()
                        .map(end -> new ToolOffer(end.name(), end.description(), end.parameters())),
                box.offers().stream()).toList();
    }

    /** Empty if the model's window is too small. {@code language} is the entries' BCP 47 tag. */
    Optional<Plan> rewrite(TurnContext about, String language, FaqFound found, List<ActionCall> agreed) {
        Tenant shop = about.shop();
        RewriteInput input = new RewriteInput(shop.name(), language,
                about.exchange().history().stream().map(Prompts::toPast).toList(), about.exchange().questions(),
                about.thread().page());
        return rewriting.assemble(input, lanes.window(shop).orElse(budget.window())).map(prompt -> {
            ChatRequest request = new ChatRequest(requestId(about) + ".rewrite",
                    prompt.messages().stream().map(Prompts::toChat).toList(), prompt.maxAnswerTokens(),
                    shop.visitorKey().pseudonym(about.thread().visitor()))
                    .writing(new AnswerFormat("standalone_question", RewritePrompt.SCHEMA));
            return new Plan.Rewrite(new ModelQuestion(lanes.of(shop), request,
                    call(about, Purpose.REWRITE, prompt.promptTokens(), prompt.maxAnswerTokens())),
                    about.exchange().question(), found, agreed);
        });
    }

    /** Adds messages, which raises the cost. */
    public Ask followedBy(Ask ask, List<ChatMessage> more, boolean mayCall) {
        int added = more.stream().mapToInt(message -> TokenCounter.PER_MESSAGE + tokens.count(message.content())
                + message.calls().stream().mapToInt(made -> tokens.count(made.name() + made.arguments())).sum())
                .sum();
        Call call = ask.question().call();
        Call longer = new Call(call.shop(), call.conversation(), call.answer(), call.attempt(), call.purpose(),
                call.models(), call.inputTokens() + added, call.maxOutputTokens());
        return ask.asking(new ModelQuestion(ask.question().lanes(), ask.question().request().followedBy(more, mayCall),
                longer), cheaper -> followedBy(ask.in().apply(cheaper), more, mayCall));
    }

    private int tokensOf(List<ToolOffer> offers) {
        return offers.stream().mapToInt(offer -> tokens
                .countShopText(offer.name() + " " + offer.description() + " " + offer.parameters())).sum();
    }

    /** If the prompt was too long: the question and the best entry only. */
    private List<ChatMessage> shortest(TurnContext about, List<FaqMatch> matches) {
        PromptInput input = input(about, matches.subList(0, Math.min(1, matches.size())), SavingLevel.SMALL_ANSWER);
        PromptInput bare = new PromptInput(input.shop(), input.passages(), List.of(), input.questions(),
                input.locale(), input.page(), input.actions());
        return assembler.assemble(bare, budget(about.shop(), SavingLevel.SMALL_ANSWER)).messages().stream()
                .map(Prompts::toChat).toList();
    }

    TokenBudget budget(Tenant shop, SavingLevel savingLevel) {
        int window = lanes.window(shop).orElse(budget.window());
        int answer = savingLevel == SavingLevel.SMALL_ANSWER
                ? Math.min(SMALL_ANSWER, budget.answer())
                : budget.answer();
        // Half of the window is for input, however small.
        return new TokenBudget(window, Math.min(answer, window / 2));
    }

    private static PromptInput input(TurnContext about, List<FaqMatch> matches, SavingLevel savingLevel) {
        Tenant shop = about.shop();
        ShopFacts facts = new ShopFacts(shop.name(), shop.settings().botName(), shop.settings().handoffHint(),
                wishes(shop.settings().tone(), about.thread().whisper()));
        List<Passage> passages = matches.stream()
                .map(match -> new Passage(match.entry().id(), match.entry().question(), match.entry().answer(),
                        match.entry().url(), match.score()))
                .toList();
        List<Line> history = about.exchange().history();
        int remembered = savingLevel == SavingLevel.FULL ? history.size() : Math.min(SHORT_HISTORY, history.size());
        return new PromptInput(facts, passages,
                history.subList(history.size() - remembered, history.size()).stream().map(Prompts::toPast).toList(),
                about.exchange().questions(), about.thread().locale(), about.thread().page(),
                !about.toolbox().isEmpty());
    }

    /** A supervisor speaks for the shop; visitors' words never get here. */
    private static @Nullable String wishes(@Nullable String tone, @Nullable String whisper) {
        return whisper == null ? tone : (tone == null ? "" : tone + "\n") + "For the next answer: " + whisper;
    }

    static PastMessage toPast(Line line) {
        PastMessage.Author author = switch (line.author()) {
            case VISITOR -> PastMessage.Author.VISITOR;
            // The exchange omits system lines.
            case BOT, SYSTEM -> PastMessage.Author.BOT;
            case AGENT -> PastMessage.Author.AGENT;
        };
        return new PastMessage(author, line.text());
    }

    static ChatMessage toChat(PromptMessage message) {
        ChatMessage.Role role = switch (message.role()) {
            case SYSTEM -> ChatMessage.Role.SYSTEM;
            case USER -> ChatMessage.Role.USER;
            case ASSISTANT -> ChatMessage.Role.ASSISTANT;
        };
        return new ChatMessage(role, message.text());
    }

    static Evidence.Sent toSent(PromptMessage message) {
        return new Evidence.Sent(message.role().name().toLowerCase(Locale.ROOT), message.text());
    }
}
