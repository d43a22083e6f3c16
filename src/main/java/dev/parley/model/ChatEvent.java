package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Events of an answer: {@link Started} once, any number of {@link Delta}s, then {@link Finished}. */
public sealed interface ChatEvent {
    /** The first text has arrived; nothing is retried from here on. {@code attempts} includes this one. */
    record Started(String model, @Nullable String upstreamRequestId, int attempts) implements ChatEvent {}

    record Delta(String text) implements ChatEvent {
        @Override
        public String toString() {
            return "Delta(" + text.length() + " characters)";
        }
    }

    /**
     * The answer is complete. Without {@code usage} the caller estimates. {@code refused}: the text is the model's own
     * refusal. {@code calls} are requested actions, only of those offered.
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
