package dev.parley.platform.database;

import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * The way to the database. Each transaction runs on a Vert.x context of its own, because Hibernate Reactive keeps "the" session in the
 * context: two at once on one context would share it. And it runs to its end even when the caller goes away: cancelling it half-way
 * leaks its connection (CVE-2025-14969).
 */
public abstract class ReactiveRepository {
    @Inject
    Vertx vertx;

    /**
     * Runs {@code work} in one transaction with a session of its own, which sees this tenant's rows alone; its failure rolls back. The
     * result arrives on the caller's context.
     */
    protected <T> Uni<T> inTransaction(Visible tenant, Supplier<Uni<T>> work) {
        return onOwnContext(() -> Panache.withTransaction(() -> seeing(tenant).chain(ignored -> work.get())));
    }

    /** As {@link #inTransaction}, for reading only. */
    protected <T> Uni<T> inSession(Visible tenant, Supplier<Uni<T>> work) {
        return onOwnContext(() -> Panache.withSession(() -> seeing(tenant).chain(ignored -> work.get())));
    }

    /** On the connection itself: as a native query, Hibernate would keep a plan for it. */
    private static Uni<Void> seeing(Visible tenant) {
        return Panache.getSession().chain(session -> Uni.createFrom()
                .completionStage(() -> ((MutinySessionImpl) session).getReactiveConnection()
                        .select(Statements.SEES, new Object[]{tenant.setting()})))
                .replaceWithVoid();
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Vertx.currentContext();
            OwnContext.on(vertx).runOnContext(ignored -> work.get().subscribe().with(
                    result -> resume(caller, () -> emitter.complete(result)),
                    failure -> resume(caller, () -> emitter.fail(failure))));
        });
    }

    private static void resume(Context caller, Runnable signal) {
        if (caller == null) {
            signal.run();
        } else {
            caller.runOnContext(ignored -> signal.run());
        }
    }
}
