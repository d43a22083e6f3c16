package dev.parley.lane;

import dev.parley.model.FinishReason;
import org.jspecify.annotations.Nullable;

/**
 * A whole text by a model, or why there is none.
 *
 * @param trouble null when all went well
 * @param code says more about the trouble; empty for none
 * @param model as the upstream resolved it; null when none was heard
 * @param cost null when no call was made
 */
public record Completion(String text, FinishReason reason, @Nullable Trouble trouble, String code,
        @Nullable String model, @Nullable CallCost cost) {
    /** Why there is no text. */
    public enum Trouble {
        /** No model was asked, for the reason that the code tells. */
        UNAFFORDABLE,
        /** What was asked or written is not fit to be shown. */
        FLAGGED, FAILED
    }

    static Completion none(Trouble trouble, String code) {
        return new Completion("", FinishReason.STOP, trouble, code, null, null);
    }

    boolean failed() {
        return trouble != null;
    }
}
