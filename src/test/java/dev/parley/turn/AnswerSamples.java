package dev.parley.turn;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Evidence;
import dev.parley.conversation.Finish;
import dev.parley.conversation.RunningAnswer;
import dev.parley.faq.FaqMatch;
import dev.parley.lane.ModelQuestion;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.Thrift;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ModerationSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.VisitorKey;
import dev.parley.tool.Confirmations;
import dev.parley.tool.Tool;
import org.jspecify.annotations.Nullable;

/** An answer to "how long?", and a planner that always asks the model. */
final class AnswerSamples {
    static final RunningAnswer ANSWER = new RunningAnswer(new UUID(0, 1), new TenantId(new UUID(0, 2)), new UUID(0, 3),
            1, 1, 1, 1);
    static final Case CASE = about(false, ModerationSettings.OFF);
    static final Plan.Say VERBATIM = new Plan.Say("You have 30 days.", Finish.FAQ, List.of(), Evidence.NONE);
    static final Plan.Say REFUSAL = new Plan.Say("I cannot help with that.", Finish.CONTENT_FILTER, List.of(),
            Evidence.NONE);

    private AnswerSamples() {}

    static Case about(boolean held, ModerationSettings moderation) {
        Tenant tenant = new Tenant(ANSWER.tenant(), "demo", "Demo", settings(),
                new ModelSettings(List.of(), null, moderation), null, new VisitorKey(new byte[32]));
        List<ConversationThread.Line> lines = List.of(new ConversationThread.Line(1, Author.VISITOR, "how long?"));
        return new Case(ANSWER, tenant, new ConversationThread(new UUID(0, 4), null, null, lines, null, held),
                Exchange.of(lines, ANSWER), Toolbox.EMPTY);
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

    static Plan.Ask ask(Case about, Thrift thrift) {
        ChatRequest request = new ChatRequest("r", List.of(ChatMessage.user("how long?")), 100, null);
        Call call = new Call(about.tenant(), ANSWER.conversation(), ANSWER.id(), 1, Purpose.CHAT, List.of("m"), 10,
                100);
        return new Plan.Ask("how long?", new ModelQuestion(LaneOrder.of(List.of(), null), request, call), thrift,
                cheaper -> ask(about, cheaper), List.of(), List.of(), VERBATIM, REFUSAL, Evidence.NONE, Toolbox.EMPTY);
    }

    /** Searches once, then asks. */
    static class AskingPlanner implements Planner {
        @Override
        public Plan open(Case about) {
            return new Plan.Search(List.of("how long?"), null);
        }

        @Override
        public Plan confirmed(Case about, boolean yes, Confirmations.@Nullable Waiting waiting) {
            return open(about);
        }

        @Override
        public Plan found(Case about, Plan.Search search, List<List<FaqMatch>> matches) {
            return ask(about, Thrift.FULL);
        }

        @Override
        public Plan.Ask followedBy(Plan.Ask ask, List<ChatMessage> more, boolean mayCall) {
            return ask;
        }

        @Override
        public Plan.Say askForYes(Plan.Ask ask, Tool tool) {
            return new Plan.Say("Shall I?", Finish.STOP, List.of(), Evidence.NONE);
        }

        @Override
        public Plan.Say onCard(Plan.Say otherwise) {
            return new Plan.Say("Here it is.", Finish.STOP, List.of(), Evidence.NONE);
        }

        @Override
        public Plan.Say apology() {
            return new Plan.Say("Sorry.", Finish.INTERRUPTED, List.of(), Evidence.NONE);
        }

        @Override
        public Call withoutModel(Case about) {
            return new Call(about.tenant(), ANSWER.conversation(), ANSWER.id(), 1, Purpose.FAQ, List.of("m"), 0, 0);
        }
    }

    /** What waits for news after these effects, if anything does. */
    static Optional<Effect> newsOf(List<Effect> effects) {
        return effects.stream().filter(effect -> switch (effect) {
            case Effect.Read e -> true;
            case Effect.TakeConfirmation e -> true;
            case Effect.Search e -> true;
            case Effect.Judge e -> true;
            case Effect.Reserve e -> true;
            case Effect.Ask e -> true;
            case Effect.Act e -> true;
            case Effect.AskForYes e -> true;
            case Effect.Store e -> true;
            case Effect.Restart e -> true;
            case Effect.HangUp e -> false;
            case Effect.Settle e -> false;
            case Effect.GiveBack e -> false;
            case Effect.WaitForText e -> false;
            case Effect.Show e -> false;
            case Effect.Mute e -> false;
            case Effect.TellWithdrawn e -> false;
            case Effect.Begin e -> false;
            case Effect.CountSaved e -> false;
            case Effect.CountFallback e -> false;
            case Effect.CountAction e -> false;
            case Effect.CountEnd e -> false;
            case Effect.LogLost e -> false;
            case Effect.LogGivenUp e -> false;
            case Effect.End e -> false;
        }).findFirst();
    }
}
