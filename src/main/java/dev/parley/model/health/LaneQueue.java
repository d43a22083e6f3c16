package dev.parley.model.health;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.util.TypeLiteral;

import dev.parley.model.Lane;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** A bulkhead: limited concurrent answers, a limited queue, refusals beyond. Delays only its own visitors. */
final class LaneQueue {
    /** Held until the answer ends. */
    static final class Place {
        private final AtomicBoolean left = new AtomicBoolean();
        private final UniEmitter<? super Boolean> guarded;

        private Place(UniEmitter<? super Boolean> guarded) {
            this.guarded = guarded;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                guarded.complete(Boolean.TRUE);
            }
        }
    }

    private final TypedGuard<Uni<Boolean>> guard;

    LaneQueue(Lane.Identity lane, int atOnce, int queueSize) {
        guard = TypedGuard.create(new TypeLiteral<Uni<Boolean>>() {
        })
                .withDescription("queue of model " + lane)
                .withBulkhead().limit(atOnce).queueSize(queueSize).done()
                .build();
    }

    /** Fails with {@link ModelErrorKind#BUSY} if the queue is full. The caller must leave the place. */
    Uni<Place> enter() {
        return Uni.createFrom().emitter(waiting -> guard
                .get(() -> Uni.createFrom().<Boolean>emitter(inside -> waiting.complete(new Place(inside))))
                .subscribe().with(done -> {}, failure -> waiting.fail(failure instanceof BulkheadException
                        ? new ModelException(ModelErrorKind.BUSY, 0, null, null, 0, false)
                        : failure)));
    }
}
