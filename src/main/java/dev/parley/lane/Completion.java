package dev.parley.lane;

import dev.parley.model.FinishReason;
import org.jspecify.annotations.Nullable;

/** A whole text, or why there is none: {@code trouble} with a {@code code}. {@code cost} is null without a call. */
public record Completion(String text, FinishReason reason, @Nullable Trouble trouble, String code,
        @Nullable String model, @Nullable CallCost cost) {
    public enum Trouble {
        /** No model was called; the code says why. */
        UNAFFORDABLE,
        /** Moderation refused the question or the text. */
        FLAGGED,
        FAILED
    }

    static Completion none(Trouble trouble, String code) {
        return new Completion("", FinishReason.STOP, trouble, code, null, null);
    }

    boolean failed() {
        return trouble != null;
    }
}
