package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.platform.database.Statements;
import dev.parley.turn.State.Over;
import dev.parley.turn.State.Restarting;
import dev.parley.turn.State.Storing;

/** Moves of {@link Answering} after the last word: storing, or another attempt. */
final class StoringMoves {
    private final Ending ending;

    StoringMoves(Ending ending) {
        this.ending = ending;
    }

    Step whileStoring(Storing storing, Event event) {
        return switch (event) {
            case Event.Stored(var replied) -> {
                List<Effect> effects = new ArrayList<>();
                if (storing.saved() != null && replied.message() != null) {
                    effects.add(new Effect.CountSaved(storing.saved(), storing.text()));
                }
                effects.add(new Effect.CountEnd(replied.message() == null ? Finish.WITHDRAWN : storing.finish()));
                if (replied.next() != null) {
                    effects.add(new Effect.Begin(replied.next(), EarlierAttempts.NONE));
                }
                effects.add(new Effect.End());
                yield new Step(new Over(), effects);
            }
            case Event.NotStored(Throwable why) -> ending.notStored(storing, why, Statements.unstorable(why));
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> Answering.tooLate(storing, event);
        };
    }

    static Step whileRestarting(Restarting restarting, Event event) {
        return switch (event) {
            case Event.Restarted(RunningAnswer fresh) -> fresh == null
                    ? Ending.withdraw(List.of())
                    : Step.to(new Over(), new Effect.Begin(fresh, restarting.trouble()), new Effect.End());
            case Event.NotStored(Throwable why) -> Ending.lost(why);
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> Answering.tooLate(restarting, event);
        };
    }
}
