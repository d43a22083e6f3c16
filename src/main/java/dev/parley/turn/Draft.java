package dev.parley.turn;

import dev.parley.conversation.answer.Evidence;
import dev.parley.lane.CallCost;
import dev.parley.understanding.Rewriter;
import org.jspecify.annotations.Nullable;

/** The shown text of one attempt, with evidence and cost. Confined to its context. */
final class Draft {
    private final long begunAt = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private int pieces;
    private int keptLength;
    private boolean muted;
    private @Nullable Long firstTextMillis;
    private @Nullable CallCost cost;

    String text() {
        return text.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** From here on the text is not shown. */
    void mute() {
        muted = true;
    }

    /** The number of the piece; 0 if it is not shown. */
    int add(String piece) {
        if (text.isEmpty()) {
            firstTextMillis = nanos() / 1_000_000;
        }
        text.append(piece);
        return muted ? 0 : ++pieces;
    }

    /** Since the attempt began. */
    long nanos() {
        return System.nanoTime() - begunAt;
    }

    boolean hasGrownBy(int characters) {
        return text.length() - keptLength >= characters;
    }

    void kept() {
        keptLength = text.length();
    }

    void paid(Rewriter.Rewritten rewritten) {
        if (rewritten.cost() != null) {
            paid(rewritten.cost());
        }
    }

    void paid(CallCost of) {
        cost = cost == null ? of : cost.plus(of);
    }

    /** Adds times and costs. */
    Evidence completing(Evidence evidence) {
        Evidence timed = evidence.took(firstTextMillis, nanos() / 1_000_000);
        return cost == null
                ? timed
                : timed.paid(cost.cost().toString(), cost.tokens().input(), cost.tokens().output(),
                        cost.estimated());
    }
}
