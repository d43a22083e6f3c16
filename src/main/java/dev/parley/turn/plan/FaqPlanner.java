package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall;
import dev.parley.action.Consent;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.prompt.Corrections;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Perform;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/** Decides the course of an answer from the visitor's intent, the FAQ, models and settings. */
@ApplicationScoped
class FaqPlanner implements Planner {
    private final Searching searching;
    private final HandoffPlanner handoffs;
    private final Prompts prompts;
    private final Sentences sentences;
    private final ShopLanes lanes;
    private final TurnConfig config;

    FaqPlanner(Searching searching, HandoffPlanner handoffs, Prompts prompts, Sentences sentences, ShopLanes lanes,
            TurnConfig config) {
        this.searching = searching;
        this.handoffs = handoffs;
        this.prompts = prompts;
        this.sentences = sentences;
        this.lanes = lanes;
        this.config = config;
    }

    @Override
    public boolean checksFacts() {
        return config.checksFacts();
    }

    @Override
    public Plan open(TurnContext about) {
        if (about.exchange().unheard()) {
            return handoffs.unheard(about).orElseGet(() -> courtesy(about, Sentence.ASK_BACK));
        }
        if (!about.agreed().isEmpty()) {
            return searching.first(about, about.agreed());
        }
        if (about.leavesMessage()) {
            return handoffs.leftMessage();
        }
        if (about.yesFirst()) {
            return new Plan.Confirm(true);
        }
        return switch (about.wants()) {
            case Understood.SmallTalk talk when searching.hasWordForWord(about) -> question(about);
            case Understood.SmallTalk talk -> courtesy(about, switch (talk.kind()) {
                case GREETING -> Sentence.GREETING;
                case THANKS -> Sentence.THANKS;
                case GOODBYE -> Sentence.GOODBYE;
                case ACKNOWLEDGEMENT -> Sentence.ACKNOWLEDGED;
            });
            // With actions, the reply may concern one that waits for consent.
            case Understood.Reply reply ->
                about.toolbox().isEmpty() ? replied(about, reply.yes()) : new Plan.Confirm(reply.yes());
            case Understood.WantsPerson wish -> handoffs.wished(about, wish).orElseGet(() -> question(about));
            case Understood.Question question -> handoffs.tooManyTurns(about).orElseGet(() -> question(about));
        };
    }

    /** A yes or no without a waiting action. */
    private Plan replied(TurnContext about, boolean yes) {
        if (about.offer() != Offer.PERSON) {
            return courtesy(about, Sentence.ACKNOWLEDGED);
        }
        return yes
                ? handoffs.accepted(about).orElseGet(() -> question(about))
                : courtesy(about, Sentence.OFFER_DECLINED);
    }

    private Say courtesy(TurnContext about, Sentence sentence) {
        return new Say(say(about, sentence), Finish.COURTESY, List.of(), Evidence.NONE);
    }

    private String say(TurnContext about, Sentence sentence) {
        return sentences.of(about.shop()).say(sentence, about.language());
    }

    private Plan question(TurnContext about) {
        return searching.first(about, List.of());
    }

    @Override
    public Plan confirmed(TurnContext about, boolean yes, Consent consent) {
        return switch (consent) {
            case Consent.Given(List<ActionCall> calls) -> searching.first(about, calls);
            case Consent.Declined declined -> courtesy(about, Sentence.LEFT_ALONE);
            case Consent.Stale(String question) -> new Say(question, Finish.STOP, List.of(), Evidence.NONE);
            case Consent.Nothing nothing when about.wants() instanceof Understood.Reply -> replied(about, yes);
            case Consent.Nothing nothing -> question(about);
        };
    }

    @Override
    public Plan found(TurnContext about, Plan.Search search, List<FaqFound> found) {
        return perform(search.agreed(), searching.next(about, search, found));
    }

    @Override
    public Plan rewritten(TurnContext about, Plan.Rewrite rewrite, @Nullable String question) {
        return perform(rewrite.agreed(), searching.rewritten(about, rewrite, question));
    }

    /** Runs agreed actions first, even without a model. */
    private static Plan perform(List<ActionCall> agreed, Plan plan) {
        return switch (plan) {
            case Plan.Search more -> plan;
            case Plan.Rewrite more -> plan;
            case Ask ask when !agreed.isEmpty() -> new Perform(ask, agreed);
            case Plan other when !agreed.isEmpty() -> new Perform(null, agreed);
            case Plan other -> plan;
        };
    }

    @Override
    public Plan ended(TurnContext about, Ask ask, StructuredEnd end) {
        return switch (end) {
            case StructuredEnd.NoAnswer none -> ask.unknown();
            case StructuredEnd.HandOff over -> handoffs.byModel(about, ask, over);
        };
    }

    @Override
    public Ask warned(Ask ask, List<String> invented) {
        return prompts.followedBy(ask, List.of(ChatMessage.system(Corrections.of(invented))), true);
    }

    @Override
    public Ask followedBy(Ask ask, List<ChatMessage> more, boolean mayCall) {
        return prompts.followedBy(ask, more, mayCall);
    }

    @Override
    public Say askForYes(TurnContext about, Ask ask, List<ToolCall> calls) {
        return new Say(words(about).question(calls), Finish.STOP, List.of(), ask.evidence());
    }

    private ActionWords words(TurnContext about) {
        return new ActionWords(sentences.of(about.shop()), about.language(), about.toolbox());
    }

    @Override
    public String outcome(TurnContext about, List<Evidence.Action> done) {
        return words(about).outcome(done);
    }

    @Override
    public String stillAtIt(TurnContext about) {
        return say(about, Sentence.STILL_AT_IT);
    }

    @Override
    public Optional<HandoffCause> uncertain(TurnContext about, List<Evidence.Action> done) {
        return handoffs.uncertain(about, done);
    }

    @Override
    public Say onCard(TurnContext about, Say otherwise) {
        return new Say(say(about, Sentence.ON_CARD), Finish.STOP, List.of(), otherwise.evidence());
    }

    @Override
    public String handoffText(TurnContext about, HandoffPlan plan) {
        if (plan.keepsMessage()) {
            return say(about, Sentence.MESSAGE_KEPT);
        }
        return plan.waits() ? say(about, Sentence.HANDOFF) : plan.sentence();
    }

    @Override
    public Say offer(TurnContext about) {
        return handoffs.offer(about);
    }

    @Override
    public Say apology(@Nullable TurnContext about) {
        String text = about == null
                ? sentences.plain(Sentence.APOLOGY, Language.ENGLISH)
                : say(about, Sentence.APOLOGY);
        return new Say(text, Finish.INTERRUPTED, List.of(), Evidence.NONE);
    }

    @Override
    public Call withoutModel(TurnContext about) {
        return new Call(about.shop(), about.answer().conversation(), about.answer().id(), about.answer().attempt(),
                Purpose.FAQ, lanes.names(about.shop()), 0, 0);
    }
}
