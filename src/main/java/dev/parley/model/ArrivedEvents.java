package dev.parley.model;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Events that the visitor's side has not taken yet. Texts that arrive with one read become one delta, since each delta
 * costs a frame on every screen; only the first goes alone, and at once.
 */
final class ArrivedEvents {
    private final Queue<ChatEvent> queue = new ArrayDeque<>();
    private final StringBuilder joined = new StringBuilder();
    private boolean reading;

    void beginRead() {
        reading = true;
    }

    /** True if texts were waiting for the end of the read. */
    boolean endRead() {
        reading = false;
        return queueJoined();
    }

    /** True if the text can be taken now. */
    boolean add(String text, boolean first) {
        if (reading && !first) {
            joined.append(text);
            return false;
        }
        queue.add(new ChatEvent.Delta(text));
        return true;
    }

    /** No text follows. */
    void end(ChatEvent.Finished end) {
        queueJoined();
        queue.add(end);
    }

    @Nullable
    ChatEvent poll() {
        return queue.poll();
    }

    boolean isEmpty() {
        return queue.isEmpty() && joined.isEmpty();
    }

    void clear() {
        queue.clear();
        joined.setLength(0);
    }

    private boolean queueJoined() {
        boolean any = !joined.isEmpty();
        if (any) {
            queue.add(new ChatEvent.Delta(joined.toString()));
            joined.setLength(0);
        }
        return any;
    }
}
