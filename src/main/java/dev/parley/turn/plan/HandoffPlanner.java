package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionResult;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.handoff.HandoffDecision;
import dev.parley.handoff.HandoffDecision.Decision;
import dev.parley.handoff.HandoffDecision.Signs;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.prompt.StructuredEnd;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/** When the bot hands over, and when it asks first. */
@ApplicationScoped
public class HandoffPlanner {
    private final Sentences sentences;

    HandoffPlanner(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Empty if the shop does not want it: then it is a normal question. */
    public Optional<Plan> wished(TurnContext about, Understood.WantsPerson wish) {
        return decide(about, new Signs(wish.asked(), false, false, !wish.asked() && wish.upset(), 0, 0), null, null);
    }

    public Optional<Plan> accepted(TurnContext about) {
        return decide(about, new Signs(false, true, false, false, 0, 0), null, null);
    }

    /** A recording without transcript. Empty if the bot may never hand over. */
    public Optional<Plan> unheard(TurnContext about) {
        return plan(about, HandoffDecision.unheard(about.handoffs()), null, null);
    }

    /** Whatever the rules for questions: it was asked for. */
    public Plan leftMessage() {
        return new Plan.HandOff(new HandoffCause(HandoffReason.LEFT_MESSAGE, null, null, HandoffBy.VISITOR),
                Evidence.NONE);
    }

    /** Empty if the bot may never hand over. */
    public Optional<HandoffCause> uncertain(TurnContext about, List<Evidence.Action> done) {
        String what = done.stream().filter(action -> action.outcome().equals(ActionResult.Outcome.UNKNOWN.wire()))
                .map(action -> action.name() + " " + action.arguments()).collect(Collectors.joining("\n"));
        return HandoffDecision
                .uncertain(about.handoffs()) instanceof Decision.HandOff(HandoffReason reason, HandoffBy by)
                        ? Optional.of(new HandoffCause(reason, "Done or not? " + what, null, by))
                        : Optional.empty();
    }

    /** At the shop's limit of answers. If consent is needed, asks once and continues. */
    public Optional<Plan> tooManyTurns(TurnContext about) {
        return about.offer() == Offer.PERSON
                ? Optional.empty()
                : decide(about, new Signs(false, false, false, false, 0, about.turns().answers()), null, null);
    }

    /** Nothing was found again; if consent is needed, the text already offers a person. */
    Optional<Plan> unanswered(TurnContext about, Evidence evidence) {
        return decide(about,
                new Signs(false, false, false, false, about.turns().unansweredInRow() + 1, 0), null, evidence)
                .filter(plan -> plan instanceof Plan.HandOff);
    }

    public Plan byModel(TurnContext about, Plan.Ask ask, StructuredEnd.HandOff over) {
        return decide(about, new Signs(false, false, true, false, 0, 0), over, ask.evidence()).orElse(ask.unknown());
    }

    public Say offer(TurnContext about) {
        return new Say(sentences.of(about.shop()).say(Sentence.OFFER_PERSON, about.language()), Finish.OFFER,
                List.of(), Evidence.NONE);
    }

    private Optional<Plan> decide(TurnContext about, Signs signs, StructuredEnd.@Nullable HandOff model,
            @Nullable Evidence evidence) {
        return plan(about, HandoffDecision.decide(about.handoffs(), signs), model, evidence);
    }

    private Optional<Plan> plan(TurnContext about, Decision decision, StructuredEnd.@Nullable HandOff model,
            @Nullable Evidence evidence) {
        return switch (decision) {
            case Decision.Not not -> Optional.empty();
            case Decision.AskFirst ask -> Optional.of(offer(about));
            case Decision.HandOff(HandoffReason reason, HandoffBy by) -> Optional.of(new Plan.HandOff(
                    new HandoffCause(reason, model == null ? null : model.reason(),
                            model == null ? null : model.summary(), by),
                    evidence == null ? Evidence.NONE : evidence));
        };
    }
}
