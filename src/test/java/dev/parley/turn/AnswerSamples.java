package dev.parley.turn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Action;
import dev.parley.action.ActionCall;
import dev.parley.action.ActionSettings;
import dev.parley.action.Consent;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.answer.BotTurns;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.handoff.HandoffSettings;
import dev.parley.lane.ModelQuestion;
import dev.parley.language.Language;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.model.ToolCall;
import dev.parley.prompt.Passage;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.SavingLevel;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ModerationSettings;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.VisitorKey;
import dev.parley.turn.plan.Exchange;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.Planner;
import dev.parley.turn.plan.Toolbox;
import dev.parley.turn.plan.TurnContext;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/** An answer to "how long?", and a planner that always asks the model. */
final class AnswerSamples {
    static final RunningAnswer ANSWER = new RunningAnswer(new UUID(0, 1), new TenantId(new UUID(0, 2)), new UUID(0, 3),
            1, 1, 1, 1);
    static final Action TOOL = new Action(new UUID(0, 5), toolSettings(), null);
    static final Toolbox BOX = Toolbox.of(List.of(TOOL), null);
    static final ActionCall AGREED = new ActionCall(new UUID(0, 7), TOOL.id(), "cancel", "{}", "Shall I?",
            ActionCall.State.AGREED, 0, false, null);
    static final TurnContext CASE = about(false, ModerationSettings.OFF);
    static final Plan.Say VERBATIM = new Plan.Say("You have 30 days.", Finish.FAQ, List.of(), Evidence.NONE);
    static final Plan.Say REFUSAL = new Plan.Say("I cannot help with that.", Finish.CONTENT_FILTER, List.of(),
            Evidence.NONE);

    static final Plan.Say UNKNOWN = new Plan.Say("I do not know.", Finish.NO_ANSWER, List.of(), Evidence.NONE);
    static final FaqFound NOTHING_FOUND = new FaqFound(List.of(), "how long?", List.of(), true);
    private static final Passage PASSAGE = new Passage(new UUID(0, 6), "How long?", "30 days.", null, 0.9);

    private AnswerSamples() {}

    static TurnContext about(boolean held, ModerationSettings moderation) {
        Tenant tenant = new Tenant(ANSWER.tenant(), "demo", "Demo", settings(),
                new ModelSettings(List.of(), null, moderation), null, new VisitorKey(new byte[32]), false,
                ShopLimits.NONE);
        List<ConversationThread.Line> lines = List
                .of(new ConversationThread.Line(1, Author.VISITOR, "how long?", null));
        return new TurnContext(ANSWER, tenant, new ConversationThread(new UUID(0, 4), null, null, lines, null, held),
                Exchange.of(lines, ANSWER), BOX,
                new Understood.Question(Language.ENGLISH, "how long?", false, false), Offer.NONE,
                HandoffSettings.DEFAULT, new BotTurns(0, 0), false, List.of());
    }

    private static ActionSettings toolSettings() {
        return new ActionSettings("cancel", "Cancels an order.", new ObjectMapper().createObjectNode(),
                "https://shop.example", "POST", null, 1_000, "none", "visitor", null, "customer", Map.of(), null, true,
                false);
    }

    private static TenantSettings settings() {
        try {
            return new ObjectMapper().readValue("""
                    {"bot_name":"Robin","greeting":"Hello!","starters":[],"accent":"#112233","locale":"en",
                     "assistant_notice":"","handoff_hint":"","allowed_origins":[]}""", TenantSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Plan.Ask ask(TurnContext about, SavingLevel savingLevel) {
        ChatRequest request = new ChatRequest("r", List.of(ChatMessage.user("how long?")), 100, null);
        Call call = new Call(about.shop(), ANSWER.conversation(), ANSWER.id(), 1, Purpose.CHAT, List.of("m"), 10,
                100);
        return new Plan.Ask("how long?", new ModelQuestion(LaneOrder.of(List.of(), null), request, call), savingLevel,
                cheaper -> ask(about, cheaper), List.of(PASSAGE), List.of(), VERBATIM, UNKNOWN, REFUSAL, Evidence.NONE,
                BOX);
    }

    /** Searches once, then asks. */
    static class AskingPlanner implements Planner {
        @Override
        public boolean checksFacts() {
            return true;
        }

        @Override
        public Plan open(TurnContext about) {
            return new Plan.Search(Plan.Wording.OWN, List.of("how long?"), null, List.of());
        }

        @Override
        public Plan confirmed(TurnContext about, boolean yes, Consent consent) {
            return new Plan.Search(Plan.Wording.OWN, List.of("how long?"), null,
                    consent instanceof Consent.Given given ? given.calls() : List.of());
        }

        @Override
        public Plan found(TurnContext about, Plan.Search search, List<FaqFound> found) {
            return search.agreed().isEmpty()
                    ? ask(about, SavingLevel.FULL)
                    : new Plan.Perform(ask(about, SavingLevel.FULL), search.agreed());
        }

        @Override
        public Plan rewritten(TurnContext about, Plan.Rewrite rewrite, @Nullable String question) {
            return ask(about, SavingLevel.FULL);
        }

        @Override
        public Plan ended(TurnContext about, Plan.Ask ask, StructuredEnd end) {
            return switch (end) {
                case StructuredEnd.NoAnswer none -> ask.unknown();
                case StructuredEnd.HandOff over -> new Plan.HandOff(
                        new HandoffCause(HandoffReason.BOT_DECIDED, over.reason(), over.summary(), HandoffBy.BOT),
                        ask.evidence());
            };
        }

        @Override
        public Plan.Ask warned(Plan.Ask ask, List<String> invented) {
            return ask;
        }

        @Override
        public Plan.Ask followedBy(Plan.Ask ask, List<ChatMessage> more, boolean mayCall) {
            return ask;
        }

        @Override
        public String outcome(TurnContext about, List<Evidence.Action> done) {
            return done.stream().anyMatch(action -> !action.name().equals("look")) ? "It is done." : "";
        }

        @Override
        public String stillAtIt(TurnContext about) {
            return "One moment.";
        }

        @Override
        public Optional<HandoffCause> uncertain(TurnContext about, List<Evidence.Action> done) {
            return Optional.of(new HandoffCause(HandoffReason.ACTION, null, "s", HandoffBy.RULE));
        }

        @Override
        public Plan.Say askForYes(TurnContext about, Plan.Ask ask, List<ToolCall> calls) {
            return new Plan.Say("Shall I?", Finish.STOP, List.of(), Evidence.NONE);
        }

        @Override
        public Plan.Say onCard(TurnContext about, Plan.Say otherwise) {
            return new Plan.Say("Here it is.", Finish.STOP, List.of(), Evidence.NONE);
        }

        @Override
        public String handoffText(TurnContext about, HandoffPlan plan) {
            return "I am passing you on.";
        }

        @Override
        public Plan.Say offer(TurnContext about) {
            return new Plan.Say("A person?", Finish.OFFER, List.of(), Evidence.NONE);
        }

        @Override
        public Plan.Say apology(@Nullable TurnContext about) {
            return new Plan.Say("Sorry.", Finish.INTERRUPTED, List.of(), Evidence.NONE);
        }

        @Override
        public Call withoutModel(TurnContext about) {
            return new Call(about.shop(), ANSWER.conversation(), ANSWER.id(), 1, Purpose.FAQ, List.of("m"), 0, 0);
        }
    }
}
