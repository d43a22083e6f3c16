package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an answer's stream carries: {@link Started} once, then any number of {@link Delta}s, then {@link Finished}. */
public sealed interface ChatEvent {
    /**
     * The upstream has sent the first piece of text; from here on nothing is retried.
     *
     * @param model what the upstream says it resolved the name to
     * @param upstreamRequestId its {@code x-request-id}
     * @param attempts calls made upstream so far, this one included
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
     * @param usage absent when the upstream does not count; then the caller estimates
     * @param calls actions that the model wants carried out before it goes on; only of those that it was offered
     * @param refused the text is the model's own refusal, not an answer
     */
    record Finished(FinishReason reason, @Nullable Usage usage, String model, boolean refused, List<ToolCall> calls)
            implements
                ChatEvent {
        /** With what attempts before were counted. Where this one was not, the caller's estimate has to do. */
        Finished counting(@Nullable Usage wasted) {
            return usage == null || wasted == null
                    ? this
                    : new Finished(reason, usage.plus(wasted), model, refused, calls);
        }
    }
}
