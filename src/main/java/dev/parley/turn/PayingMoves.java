package dev.parley.turn;

import dev.parley.lane.CallProgress;
import dev.parley.lane.Moderator;
import dev.parley.prompt.FirstLine;
import dev.parley.spend.Reservation;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.JudgingQuestion;
import dev.parley.turn.State.Reserving;
import dev.parley.turn.plan.Plan.Ask;

/** Moves of {@link Answering} before the model's call: moderation and reservation. */
final class PayingMoves {
    private final Ending ending;

    PayingMoves(Ending ending) {
        this.ending = ending;
    }

    Step ask(Work work, Ask ask) {
        return ask.question().call().shop().models().moderationOrOff().in()
                ? Step.to(new JudgingQuestion(work, ask), new Effect.Judge(ask.question(), ask.spoken()))
                : reserve(work, ask);
    }

    Step whileJudging(JudgingQuestion judging, Event event) {
        return switch (event) {
            case Event.Judged(Moderator.ModerationVerdict verdict) -> switch (verdict) {
                case PASSED -> reserve(judging.work(), judging.ask());
                case FLAGGED -> ending.flagged(judging, judging.ask());
                case UNCHECKED -> unaffordable(judging.work(), judging.ask(), Moderator.UNCHECKED_CODE);
            };
            case Event.TextIsLate late -> ending.late(judging.work(), judging.ask());
            default -> Answering.tooLate(judging, event);
        };
    }

    private static Step reserve(Work work, Ask ask) {
        return Step.to(new Reserving(work, ask), new Effect.Reserve(ask.question().call()));
    }

    Step whileReserving(Reserving reserving, Event event) {
        Work work = reserving.work();
        Ask ask = reserving.ask();
        return switch (event) {
            case Event.Reserved(Reservation money) -> Step.to(new Asking(work.asking(ask), ask, money,
                    CallProgress.BEGUN, Text.EMPTY, FirstLine.unread(), AllowedFacts.of(work, ask)),
                    new Effect.Ask(ask.question()));
            case Event.Exhausted(String limit) -> ask.cheaper().map(cheaper -> reserve(work, cheaper))
                    .orElseGet(() -> unaffordable(work, ask, limit));
            case Event.NotReserved(String reason) -> unaffordable(work, ask, reason);
            case Event.TextIsLate late -> ending.late(work, ask);
            default -> Answering.tooLate(reserving, event);
        };
    }

    /** A failed check counts as a failure, not as a saving. */
    private Step unaffordable(Work work, Ask ask, String reason) {
        Work spared = reason.equals(Moderator.UNCHECKED_CODE) ? work : work.sparing(ask.question().call());
        return ending.fallBack(spared.note(evidence -> evidence.failed(reason, 0)), ask, reason);
    }
}
