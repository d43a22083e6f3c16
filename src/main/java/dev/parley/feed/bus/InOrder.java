package dev.parley.feed.bus;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Work for each conversation in sequence, for different ones at once. Confined to one context. */
final class InOrder {
    private final Map<UUID, Queue<Supplier<Uni<Void>>>> waiting = new HashMap<>();

    /** {@code work} does not fail, and completes on this context. */
    void add(UUID conversation, Supplier<Uni<Void>> work) {
        Queue<Supplier<Uni<Void>>> queue = waiting.get(conversation);
        if (queue == null) {
            waiting.put(conversation, new ArrayDeque<>(2));
            run(conversation, work);
        } else {
            queue.add(work);
        }
    }

    /** A loop, since work may complete at once. */
    private void run(UUID conversation, Supplier<Uni<Void>> first) {
        @Nullable
        Supplier<Uni<Void>> next = first;
        while (next != null) {
            Step step = new Step(conversation);
            next.get().subscribe().with(done -> step.completed());
            next = step.returned() ? next(conversation) : null;
        }
    }

    private @Nullable Supplier<Uni<Void>> next(UUID conversation) {
        Queue<Supplier<Uni<Void>>> queue = waiting.get(conversation);
        Supplier<Uni<Void>> next = queue == null ? null : queue.poll();
        if (next == null) {
            waiting.remove(conversation);
        }
        return next;
    }

    private final class Step {
        private final UUID conversation;
        private boolean completed;
        private boolean returned;

        private Step(UUID conversation) {
            this.conversation = conversation;
        }

        private void completed() {
            completed = true;
            if (returned) {
                @Nullable
                Supplier<Uni<Void>> next = next(conversation);
                if (next != null) {
                    run(conversation, next);
                }
            }
        }

        private boolean returned() {
            returned = true;
            return completed;
        }
    }
}
