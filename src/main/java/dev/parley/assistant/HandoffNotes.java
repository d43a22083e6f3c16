package dev.parley.assistant;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.Handoffs;
import dev.parley.lane.Completion;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.lane.ShopLanes;
import dev.parley.model.ChatRequest;
import dev.parley.platform.Ids;
import dev.parley.prompt.HandoffPrompt;
import dev.parley.prompt.Prompt;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.ShopFacts;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.SavingLevel;
import dev.parley.spend.Spend;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Summarizes a conversation for the agent who takes over; until then, the visitor's open questions are shown. */
@ApplicationScoped
class HandoffNotes {
    private static final Logger LOG = Logger.getLogger(HandoffNotes.class);
    private static final int REMEMBERED_MESSAGES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Conversations conversations;
    private final Tenants tenants;
    private final Handoffs handoffs;
    private final ShopLanes lanes;
    private final PaidCalls calls;
    private final Spend spend;
    private final HandoffPrompt prompt;
    private final PromptConfig config;
    private final Ids ids;

    HandoffNotes(Conversations conversations, Tenants tenants, Handoffs handoffs, ShopLanes lanes, PaidCalls calls,
            Spend spend, HandoffPrompt prompt, PromptConfig config, Ids ids) {
        this.conversations = conversations;
        this.tenants = tenants;
        this.handoffs = handoffs;
        this.lanes = lanes;
        this.calls = calls;
        this.spend = spend;
        this.prompt = prompt;
        this.config = config;
        this.ids = ids;
    }

    /** The model may have summarized already when it requested the handoff. */
    void personAskedFor(@Observes ConversationEvent event) {
        if (event instanceof OwnerChanged changed && changed.now().state() instanceof Waiting
                && !isSummedUpByModel(changed.now())) {
            write(changed.now()).subscribe().with(done -> {}, failure -> LOG.warnf(
                    "conversation=%s was not summed up: %s", changed.conversation(), failure.getMessage()));
        }
    }

    private static boolean isSummedUpByModel(Conversation now) {
        return now.handoff() != null && now.handoff().reason() == HandoffReason.BOT_DECIDED;
    }

    private Uni<Void> write(Conversation now) {
        return tenants.byId(now.tenant()).chain(shop -> shop == null || !mayAsk(shop)
                ? Uni.createFrom().voidItem()
                : conversations.thread(now.tenant(), now.id(), REMEMBERED_MESSAGES)
                        .chain(thread -> isWorthIt(thread) ? write(shop, now, thread) : Uni.createFrom().voidItem()));
    }

    private boolean mayAsk(Tenant shop) {
        return lanes.of(shop).usable() && spend.savingLevel(shop) == SavingLevel.FULL;
    }

    /** A single question needs no summary. */
    private static boolean isWorthIt(ConversationThread thread) {
        return thread.lines().stream().filter(line -> line.author() == Author.VISITOR).count() > 1;
    }

    private Uni<Void> write(Tenant shop, Conversation now, ConversationThread thread) {
        return calls.complete(question(shop, now, thread), spoken(thread), PATIENCE, LIMIT)
                .map(HandoffNotes::noteIn)
                .chain(note -> note == null
                        ? Uni.createFrom().voidItem()
                        : handoffs.summarize(now.tenant(), now.id(), now.epoch(), note).replaceWithVoid());
    }

    private static @Nullable String noteIn(Completion completion) {
        return completion.trouble() != null
                ? null
                : HandoffPrompt.read(completion.text())
                        .map(note -> note.summary().isEmpty() ? note.reason() : note.reason() + "\n" + note.summary())
                        .orElse(null);
    }

    private static String spoken(ConversationThread thread) {
        return String.join("\n", thread.lines().stream().filter(line -> line.author() == Author.VISITOR)
                .map(ConversationThread.Line::text).toList());
    }

    private ModelQuestion question(Tenant shop, Conversation now, ConversationThread thread) {
        ShopFacts facts = new ShopFacts(shop.name(), shop.settings().botName(), shop.settings().handoffHint(),
                null);
        Prompt made = prompt.assemble(facts, shop.settings().locale(), Copilot.said(thread),
                lanes.window(shop).orElse(config.window()));
        ChatRequest request = new ChatRequest(ids.next() + ".1",
                made.messages().stream().map(Copilot::toChat).toList(), made.maxAnswerTokens(),
                shop.visitorKey().pseudonym(thread.visitor()));
        return new ModelQuestion(lanes.of(shop), request, new Call(shop, now.id(), null, 1, Purpose.SUMMARY,
                lanes.names(shop), made.promptTokens(), made.maxAnswerTokens()));
    }
}
