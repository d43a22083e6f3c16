package dev.parley.signin;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.platform.ParleyException;
import dev.parley.platform.Token;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.jspecify.annotations.Nullable;

/** Hashes passwords on two threads of its own: a flood of sign-ins blocks no event loop and takes at most 40 MB. */
@ApplicationScoped
class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final WorkerExecutor workers;
    /** The hash to compare with if there is none, so that the time is the same. */
    private final String nobodys = Argon2.hash(Token.generate());

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", 2);
    }

    Uni<String> hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw ParleyException.invalid("bad_password", "A password has 10 to 200 characters.");
        }
        return slowly(() -> Argon2.hash(password));
    }

    /** Takes as long without a hash as with one. */
    Uni<Boolean> matches(String password, @Nullable String hash) {
        String typed = password.length() > LONGEST ? "" : password;
        return slowly(() -> Argon2.matches(typed, hash == null ? nobodys : hash) && hash != null);
    }

    private <T> Uni<T> slowly(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> workers.executeBlocking(work, false).toCompletionStage());
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.close();
    }
}
