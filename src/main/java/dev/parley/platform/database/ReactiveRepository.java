package dev.parley.platform.database;

import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * Base class for repositories. Each transaction has its own Vert.x context, because Hibernate Reactive keeps the
 * session in the context and concurrent work would share it. A transaction completes even if the caller cancels:
 * cancelling half-way leaks the connection (CVE-2025-14969).
 */
public abstract class ReactiveRepository {
    @Inject
    Vertx vertx;
    @Inject
    SeenTenants seen;

    /** Runs {@code work} in a transaction for this tenant's rows; emits on the caller's context. */
    protected <T> Uni<T> inTransaction(Visible tenant, Supplier<Uni<T>> work) {
        return onOwnContext(() -> Panache.withTransaction(() -> seeing(tenant).chain(ignored -> work.get())));
    }

    /** Like {@link #inTransaction}, read-only. */
    protected <T> Uni<T> inSession(Visible tenant, Supplier<Uni<T>> work) {
        return onOwnContext(() -> Panache.withSession(() -> seeing(tenant).chain(ignored -> work.get())));
    }

    /** On the connection itself: Hibernate would keep a plan for a native query. A rollback reverts it. */
    private Uni<Void> seeing(Visible tenant) {
        return Panache.getSession().chain(session -> Uni.createFrom()
                .completionStage(() -> ((MutinySessionImpl) session).getReactiveConnection()
                        .select(Statements.SEES, new Object[]{tenant.setting()})))
                .invoke(rows -> seen.forget((Integer) rows.next()[0]))
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
