package dev.parley.platform.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A new Vert.x context on the caller's event loop, if any, with its own local data. */
public final class OwnContext {
    private OwnContext() {}

    public static Context on(Vertx vertx) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }
}
