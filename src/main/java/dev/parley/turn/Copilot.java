package dev.parley.turn;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.faq.FaqMatch;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.Verdict;
import dev.parley.model.ChatRequest;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.prompt.CopilotInput;
import dev.parley.prompt.CopilotPrompts;
import dev.parley.prompt.Passage;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.ShopFacts;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.Thrift;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Say;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Writes drafts for agents, for money that the shop has set aside. Nothing of it is stored or sent. */
@ApplicationScoped
public class Copilot {
    private static final int REMEMBERED_MESSAGES = 40;
    private static final int ENTRIES = 5;

    private final Desk desk;
    private final Tenants tenants;
    private final Conversations conversations;
    private final FaqSearch faq;
    private final CopilotPrompts prompts;
    private final Prompts budgets;
    private final Ids ids;

    Copilot(Desk desk, Tenants tenants, Conversations conversations, FaqSearch faq, CopilotPrompts prompts,
            Prompts budgets, Ids ids) {
        this.desk = desk;
        this.tenants = tenants;
        this.conversations = conversations;
        this.faq = faq;
        this.prompts = prompts;
        this.budgets = budgets;
        this.ids = ids;
    }

    /**
     * What an agent wants.
     *
     * @param manner the tone or the language, checked
     * @param text to be changed; null where the conversation is what it is about
     */
    public record Wish(CopilotTask task, String manner, @Nullable String text) {}

    /** A draft, and the entries on which it may stand. */
    public record Drafted(String text, List<Source> sources, @Nullable String model, @Nullable String cost) {}

    private record Case(Tenant tenant, ConversationThread thread, UUID conversation, Wish wish) {}

    /** Fails with `no_model` where there is none to ask, and tells why when it could not be asked or did not answer. */
    public Uni<Drafted> help(TenantId id, UUID conversation, Wish wish) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(tenant -> conversations.thread(id, conversation, REMEMBERED_MESSAGES)
                        .map(thread -> new Case(tenant, thread, conversation, wish)))
                .invoke(this::requireModel)
                .chain(this::help);
    }

    private void requireModel(Case asked) {
        if (!desk.lanes().of(asked.tenant()).usable()) {
            throw new ParleyException(Kind.CONFLICT, "no_model",
                    "No model is set up, so that nothing can be drafted. Set OPENAI_API_KEY or OPENAI_BASE_URL, or the shop's lanes.");
        }
    }

    private Uni<Drafted> help(Case asked) {
        return passages(asked).map(found -> ask(asked, found)).chain(ask -> Hearing.of(desk, ask).map(heard -> {
            if (heard.trouble() != null) {
                throw refusal(heard);
            }
            return new Drafted(heard.text().strip(), ask.sources(), heard.evidence().model(),
                    heard.evidence().cost());
        }));
    }

    private static ParleyException refusal(Hearing.Heard heard) {
        return switch (java.util.Objects.requireNonNull(heard.trouble())) {
            case UNAFFORDABLE -> new ParleyException(Kind.CONFLICT, heard.code(),
                    "No model may be asked now: the budget is used up, or a price is missing. See the usage page.");
            case FLAGGED -> new ParleyException(Kind.UNPROCESSABLE, "flagged",
                    "The model's filter refuses this. Write it yourself.");
            case FAILED -> new ParleyException(Kind.UNAVAILABLE, "model_failed",
                    "The model did not answer (" + heard.code() + "). Try again.");
        };
    }

    private Uni<List<FaqMatch>> passages(Case asked) {
        String question = asked.thread().lines().reversed().stream().filter(line -> line.author() == Author.VISITOR)
                .findFirst().map(ConversationThread.Line::text).orElse("");
        if (asked.wish().task() != CopilotTask.DRAFT || question.isBlank() || !faq.ready()) {
            return Uni.createFrom().item(List.of());
        }
        return faq.search(asked.tenant().id(), new FaqQuery(question, ENTRIES, asked.thread().locale(), null))
                .map(found -> found.stream().filter(match -> match.verdict() == Verdict.ANSWER).toList());
    }

    private Ask ask(Case asked, List<FaqMatch> found) {
        Tenant tenant = asked.tenant();
        Wish wish = asked.wish();
        List<Passage> passages = found.stream().map(match -> new Passage(match.entry().id(), match.entry().question(),
                match.entry().answer(), match.entry().url(), match.score())).toList();
        CopilotInput input = new CopilotInput(
                new ShopFacts(tenant.name(), tenant.settings().botName(), tenant.settings().handoffHint(),
                        tenant.settings().tone()),
                wish.task().wire(), wish.manner(), passages,
                wish.task().needsText()
                        ? List.of()
                        : asked.thread().lines().stream().filter(line -> line.author() != Author.SYSTEM)
                                .map(Prompts::toPast).toList(),
                wish.text());
        Prompt prompt = prompts.assemble(input, budgets.budget(tenant, Thrift.FULL));
        UUID id = ids.next();
        Evidence evidence = Evidence.of(List.of()).sent(prompt.messages().stream().map(Prompts::toSent).toList(),
                prompt.promptTokens());
        ChatRequest request = new ChatRequest(id + ".1", prompt.messages().stream().map(Prompts::toChat).toList(),
                prompt.maxAnswerTokens(), tenant.visitorKey().pseudonym(asked.thread().visitor()));
        Call call = new Call(tenant, asked.conversation(), id, 1, Purpose.CHAT, desk.lanes().names(tenant),
                prompt.promptTokens(), prompt.maxAnswerTokens());
        List<Source> sources = passages.stream()
                .map(each -> new Source(each.id(), each.question(), each.url(), each.score())).toList();
        Say nothing = new Say("", Finish.INTERRUPTED, List.of(), evidence);
        String question = wish.text() == null ? "" : wish.text();
        // Asked as it is or not at all: a shorter draft is not what was wanted.
        return new Ask(question, desk.lanes().of(tenant), request, call, Thrift.SMALL_ANSWER, same -> {
            throw new IllegalStateException("There is no cheaper way");
        }, sources, nothing, nothing, evidence, Toolbox.EMPTY);
    }
}
