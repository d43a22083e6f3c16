package dev.parley.platform;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.OutgoingGuard.Names;
import dev.parley.platform.OutgoingGuard.RefusedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Resolves host names that tenants chose. Their name servers may be slow, and a look-up holds a thread until the system
 * times out. So each domain gets a few threads, callers wait a few seconds, and a slow domain is skipped for a growing
 * while. Other domains are not affected.
 */
final class NameLookups {
    static final int OF_A_DOMAIN = 4;
    private static final int WAITING_FOR_A_DOMAIN = 64;
    private static final int THREADS = 128;
    private static final int IDLE_SECONDS = 10;
    private static final int MAX_DOMAINS = 10_000;
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final int LONGEST_DOUBLED = 6;

    private final Vertx vertx;
    private final Names names;
    private final Duration within;
    private final LongSupplier nanos;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "outgoing-names");
                thread.setDaemon(true);
                return thread;
            });
    private final Cache<String, Domain> domains = Caffeine.newBuilder().maximumSize(MAX_DOMAINS)
            .expireAfterAccess(Duration.ofHours(1)).build();

    NameLookups(Vertx vertx, Names names, Duration within, LongSupplier nanos) {
        this.vertx = vertx;
        this.names = names;
        this.within = within;
        this.nanos = nanos;
    }

    /** Completes on the caller's context within the timeout; fails with a {@link RefusedException}. */
    Future<InetAddress[]> find(String host) {
        return domains.get(domain(host), fresh -> new Domain()).find(host);
    }

    /** The last two labels: the owner of a domain can create any number of names in it. */
    static String domain(String host) {
        int last = host.lastIndexOf('.');
        int before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+") ? host : host.substring(before + 1);
    }

    void close() {
        threads.shutdownNow();
    }

    private final class Domain {
        private final Queue<Lookup> waiting = new ArrayDeque<>();
        private int running;
        private int slow;
        private long restsUntil;

        Future<InetAddress[]> find(String host) {
            Lookup lookup = new Lookup(this, host);
            synchronized (this) {
                if (slow > 0 && nanos.getAsLong() < restsUntil) {
                    return refused("The host's name servers have been too slow; it is looked up again later.");
                }
                if (running >= OF_A_DOMAIN && waiting.size() >= WAITING_FOR_A_DOMAIN) {
                    return refused("Too many look-ups of names in this domain are under way.");
                }
                if (running >= OF_A_DOMAIN) {
                    waiting.add(lookup);
                } else {
                    running++;
                    lookup.start();
                }
            }
            return lookup.promise.future();
        }

        synchronized void wasSlow() {
            slow = Math.min(slow + 1, LONGEST_DOUBLED);
            restsUntil = nanos.getAsLong() + (FIRST_REST.toNanos() << (slow - 1));
        }

        /** Frees a thread. Callers that timed out need none. */
        synchronized void over(boolean answered) {
            slow = answered ? 0 : slow;
            running--;
            for (Lookup next = waiting.poll(); next != null; next = waiting.poll()) {
                if (!next.promise.future().isComplete()) {
                    running++;
                    next.start();
                    return;
                }
            }
        }
    }

    private static Future<InetAddress[]> refused(String why) {
        return Future.failedFuture(new RefusedException(why));
    }

    private final class Lookup {
        private final Domain domain;
        private final String host;
        private final Context caller = vertx.getOrCreateContext();
        private final Promise<InetAddress[]> promise = Promise.promise();
        private final long timer;
        private volatile boolean started;

        Lookup(Domain domain, String host) {
            this.domain = domain;
            this.host = host;
            this.timer = vertx.setTimer(within.toMillis(), late -> {
                if (started && !promise.future().isComplete()) {
                    domain.wasSlow();
                }
                promise.tryFail(new RefusedException("The host's name servers are too slow."));
            });
        }

        void start() {
            started = true;
            try {
                threads.execute(() -> answer(() -> names.find(host)));
            } catch (RejectedExecutionException allTaken) {
                answer(() -> {
                    throw new RefusedException("Too many look-ups of names are under way.");
                });
            }
        }

        private void answer(Callable<InetAddress[]> found) {
            boolean inTime = false;
            try {
                InetAddress[] addresses = found.call();
                inTime = !promise.future().isComplete();
                caller.runOnContext(ignored -> promise.tryComplete(addresses));
            } catch (Exception failure) {
                inTime = !promise.future().isComplete() && !(failure instanceof RefusedException);
                caller.runOnContext(ignored -> promise.tryFail(failure));
            } finally {
                vertx.cancelTimer(timer);
                domain.over(inTime);
            }
        }
    }
}
