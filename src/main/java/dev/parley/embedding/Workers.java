package dev.parley.embedding;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** One thread per core for questions, and an extra one for changes: a large import does not delay visitors. */
@ApplicationScoped
public class Workers {
    /** At 4 ms each, a question waits for a second at most; beyond that it is refused. */
    private static final int WAITING = 256;

    private final ExecutorService questions = pool("faq-question", Runtime.getRuntime().availableProcessors(), WAITING);
    private final ExecutorService changes = pool("faq-change", 1, Integer.MAX_VALUE);

    public <T> Uni<T> answer(Supplier<T> question) {
        return on(questions, question).onFailure(RejectedExecutionException.class)
                .transform(e -> new ParleyException(ParleyException.Kind.UNAVAILABLE, "search_busy",
                        "Too many questions are being searched for at once. Try again in a second."));
    }

    public <T> Uni<T> change(Supplier<T> work) {
        return on(changes, work);
    }

    private static <T> Uni<T> on(ExecutorService pool, Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> result = Uni.createFrom().item(work).runSubscriptionOn(pool);
            return caller == null ? result : result.emitOn(signal -> caller.runOnContext(ignored -> signal.run()));
        });
    }

    private static ExecutorService pool(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS,
                waiting == Integer.MAX_VALUE ? new LinkedBlockingQueue<>() : new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @PreDestroy
    void stop() {
        questions.shutdownNow();
        changes.shutdownNow();
    }
}
