package dev.parley.api;

import java.util.function.Consumer;

import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * Bounds what a slow reader has not taken; beyond it the reader is disconnected and resumes with {@code Last-Event-ID}.
 */
final class ReaderPace {
    /** Size of an event beside its text. */
    private static final int EVENT_OVERHEAD = 100;

    private final int maxSteps;
    private final long maxCharacters;
    private final Runnable hangUp;
    private int steps;
    private long characters;
    private boolean over;

    /** {@code hangUp} closes the connection. */
    ReaderPace(int maxSteps, long maxCharacters, Runnable hangUp) {
        this.maxSteps = maxSteps;
        this.maxCharacters = maxCharacters;
        this.hangUp = hangUp;
    }

    interface Out {
        void step(FollowerStep step);

        void complete();

        void fail(Throwable failure);

        void whenOver(Runnable work);
    }

    /** Call once. */
    Multi<FollowerStep> of(Consumer<Out> source) {
        return Multi.createFrom()
                .<FollowerStep>emitter(emitter -> source.accept(out(emitter)), BackPressureStrategy.BUFFER)
                .onItem().invoke(this::taken);
    }

    private Out out(MultiEmitter<? super FollowerStep> emitter) {
        return new Out() {
            @Override
            public void step(FollowerStep step) {
                if (given(step)) {
                    emitter.emit(step);
                } else if (ends()) {
                    emitter.fail(new ParleyException(ParleyException.Kind.UNAVAILABLE, "reader_slow",
                            "You read too slowly. Send the message again with the same id and the last event's id in `Last-Event-ID`."));
                    hangUp.run();
                }
            }

            @Override
            public void complete() {
                emitter.complete();
            }

            @Override
            public void fail(Throwable failure) {
                emitter.fail(failure);
            }

            @Override
            public void whenOver(Runnable work) {
                emitter.onTermination(work);
            }
        };
    }

    /** A single step may exceed the limit. */
    private synchronized boolean given(FollowerStep step) {
        int size = size(step);
        if (over || steps >= maxSteps || (steps > 0 && characters + size > maxCharacters)) {
            return false;
        }
        steps++;
        characters += size;
        return true;
    }

    private synchronized boolean ends() {
        boolean first = !over;
        over = true;
        return first;
    }

    private synchronized void taken(FollowerStep step) {
        steps--;
        characters -= size(step);
    }

    private static int size(FollowerStep step) {
        return EVENT_OVERHEAD + switch (step) {
            case FollowerStep.Happened(AnswerGrew grew) -> grew.text().length();
            case FollowerStep.Happened(MessageStored stored) -> stored.message().text().length();
            case FollowerStep.Happened other -> 0;
            case FollowerStep.Acknowledged acknowledged -> 0;
            case FollowerStep.Beat beat -> 0;
            case FollowerStep.End end -> 0;
        };
    }
}
