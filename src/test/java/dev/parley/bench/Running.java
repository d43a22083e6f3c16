package dev.parley.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/** What must end with this program, also after an error or at the time limit. */
final class Running {
    private static final Deque<AutoCloseable> NEWEST_FIRST = new ArrayDeque<>();
    private static boolean over;

    private Running() {}

    static synchronized <T extends AutoCloseable> T start(Callable<T> what) throws Exception {
        if (over) {
            throw new IllegalStateException("This program is ending");
        }
        T started = what.call();
        NEWEST_FIRST.push(started);
        return started;
    }

    static void stop(AutoCloseable one) {
        if (!forget(one)) {
            return;
        }
        try {
            one.close();
        } catch (Exception e) {
            System.err.println("Did not stop cleanly: " + e);
        }
    }

    private static synchronized boolean forget(AutoCloseable one) {
        return NEWEST_FIRST.remove(one);
    }

    static void stopAll() {
        end().forEach(Running::stop);
    }

    private static synchronized List<AutoCloseable> end() {
        over = true;
        return List.copyOf(NEWEST_FIRST);
    }
}
