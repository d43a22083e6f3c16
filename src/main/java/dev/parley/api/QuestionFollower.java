package dev.parley.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Recorded;
import org.jspecify.annotations.Nullable;

/** Buffers events until the question's number is known, then passes them on until the end of the answer. */
final class QuestionFollower {
    private final Consumer<FollowerStep> out;
    private final Runnable complete;
    private final long patienceNanos;
    private final List<ConversationEvent> early = new ArrayList<>();
    private @Nullable Recorded recorded;
    private long lastEvent;
    private boolean over;

    QuestionFollower(Consumer<FollowerStep> out, Runnable complete, long patienceNanos, long nowNanos) {
        this.out = out;
        this.complete = complete;
        this.patienceNanos = patienceNanos;
        this.lastEvent = nowNanos;
    }

    /** Passes on {@code missed} events of an earlier question, then waits for an answer if there may be one. */
    synchronized void recorded(Recorded known, List<? extends ConversationEvent> missed, boolean mayBeAnswered,
            long nowNanos) {
        recorded = known;
        lastEvent = nowNanos;
        out.accept(new FollowerStep.Acknowledged(known));
        missed.forEach(event -> out.accept(new FollowerStep.Happened(event)));
        Set<UUID> toldAlready = missed.isEmpty() ? Set.of() : ended(early);
        early.stream().filter(event -> !isOf(toldAlready, event)).forEach(event -> pass(event, known));
        early.clear();
        if (!mayBeAnswered) {
            finish(known);
        }
    }

    /** Ended while the tables were read; their text is in {@code missed}. */
    private static Set<UUID> ended(List<ConversationEvent> events) {
        Set<UUID> ended = new HashSet<>();
        for (ConversationEvent event : events) {
            if (event instanceof AnswerEnded answer) {
                ended.add(answer.answer());
            }
        }
        return ended;
    }

    private static boolean isOf(Set<UUID> answers, ConversationEvent event) {
        return (event instanceof AnswerBegan began && answers.contains(began.answer()))
                || (event instanceof AnswerGrew grew && answers.contains(grew.answer()));
    }

    synchronized void happened(ConversationEvent event, long nowNanos) {
        lastEvent = nowNanos;
        if (recorded == null) {
            early.add(event);
        } else {
            pass(event, recorded);
        }
    }

    /** Ends after too long a silence. */
    synchronized void beat(long nowNanos) {
        if (over) {
            return;
        }
        if (nowNanos - lastEvent >= patienceNanos) {
            over = true;
            complete.run();
        } else {
            out.accept(new FollowerStep.Beat());
        }
    }

    private void pass(ConversationEvent event, Recorded known) {
        if (over || event instanceof Typing) {
            return;
        }
        out.accept(new FollowerStep.Happened(event));
        boolean answered = event instanceof AnswerEnded ended && ended.questionSeq() >= known.message().seq();
        boolean handedOver = event instanceof OwnerChanged changed && !(changed.now().state() instanceof WithBot);
        if (answered || handedOver) {
            finish(known);
        }
    }

    private void finish(Recorded known) {
        if (!over) {
            over = true;
            out.accept(new FollowerStep.End(known));
            complete.run();
        }
    }
}
