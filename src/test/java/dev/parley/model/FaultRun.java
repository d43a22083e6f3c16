package dev.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.parley.model.ModelRig.Answer;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.awaitility.Awaitility;

/** Runs one question in fake time: whenever nothing else will happen, time jumps to the next timer. */
final class FaultRun {
    private final ModelRig rig;
    private final FakeTime time;

    FaultRun(ModelRig rig, FakeTime time) {
        this.rig = rig;
        this.time = time;
    }

    /** @param shown the text received before the upstream stalls */
    Answer ask(ChatRequest request, String shown, Duration perPiece) {
        AssertSubscriber<ChatEvent> visitor = rig.model.answer(request)
                .onItem().invoke(event -> {
                    if (event instanceof ChatEvent.Delta && !perPiece.isZero()) {
                        time.advance(perPiece);
                    }
                })
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> {
            if (time.waiting() || (rig.upstream.stalled() > 0 && text(visitor.getItems()).equals(shown))) {
                int stalled = rig.upstream.stalled();
                time.advanceToNext();
                awaitReaction(visitor, stalled);
            }
            return over(visitor);
        });
        return new Answer(visitor.getItems(), (ModelException) visitor.getFailure());
    }

    /**
     * The upstream notices the disconnect a moment later; until then it must not count as a stall of the next attempt.
     */
    private void awaitReaction(AssertSubscriber<ChatEvent> visitor, int stalled) {
        if (stalled > 0) {
            Awaitility.await().pollInterval(Duration.ofMillis(1))
                    .until(() -> rig.upstream.stalled() < stalled || over(visitor));
        }
    }

    private static boolean over(AssertSubscriber<ChatEvent> visitor) {
        return visitor.hasCompleted() || visitor.getFailure() != null;
    }

    private static String text(List<ChatEvent> events) {
        return events.stream().map(event -> event instanceof ChatEvent.Delta delta ? delta.text() : "")
                .collect(Collectors.joining());
    }
}
