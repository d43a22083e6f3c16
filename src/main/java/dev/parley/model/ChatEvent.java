package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Events of an answer: {@link Started} once, any number of {@link Delta}s, then {@link Finished}. */
public sealed interface ChatEvent {
    /**
     * The first text has arrived; nothing is retried from here on.
     *
     * @param model as resolved by the upstream
     * @param upstreamRequestId its {@code x-request-id}
     * @param attempts calls made so far, including this one
     */
    record Started(String model, @Nullable String upstreamRequestId, int attempts) implements ChatEvent {}

    record Delta(String text) implements ChatEvent {
        @Override
        public String toString() {
            return "Delta(" + text.length() + " characters)";
        }
    }

    /**
     * The answer is complete.
     *
     * @param usage null if the upstream does not count; the caller estimates
     * @param refused the text is the model's own refusal
     * @param calls requested actions, only of those offered
     */
    record Finished(FinishReason reason, @Nullable Usage usage, String model, boolean refused, List<ToolCall> calls)
            implements
                ChatEvent {
        /** Adds the usage of failed attempts. Stays null if this one was not counted, since the caller estimates. */
        Finished counting(@Nullable Usage wasted) {
            return usage == null || wasted == null
                    ? this
                    : new Finished(reason, usage.plus(wasted), model, refused, calls);
        }
    }
}
