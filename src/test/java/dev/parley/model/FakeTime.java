package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Time that advances only when a test says so, for deadlines, retry delays and the clock. */
public final class FakeTime extends Clock implements Timers {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private record Timer(long id, long due, Context context, boolean pause, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long now;
    private long lastId;

    /** The delays between attempts, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    synchronized Duration passed() {
        return Duration.ofNanos(now);
    }

    /** Whether a call waits between two attempts. */
    synchronized boolean waiting() {
        return timers.stream().anyMatch(Timer::pause);
    }

    /** Advances time to the next timer and returns when it has run. Not for use on an event loop. */
    void advanceToNext() {
        Timer next = take(Long.MAX_VALUE);
        if (next != null) {
            CountDownLatch done = new CountDownLatch(1);
            next.context.runOnContext(ignored -> {
                next.task.run();
                done.countDown();
            });
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** For use within a call: timers that become due run soon. */
    public void advance(Duration by) {
        long until;
        synchronized (this) {
            until = now + by.toNanos();
        }
        for (Timer due = take(until); due != null; due = take(until)) {
            Timer ripe = due;
            ripe.context.runOnContext(ignored -> ripe.task.run());
        }
        synchronized (this) {
            now = until;
        }
    }

    private synchronized @Nullable Timer take(long until) {
        Timer next = timers.stream().min(Comparator.comparingLong(Timer::due)).orElse(null);
        if (next == null || next.due > until) {
            return null;
        }
        timers.remove(next);
        now = Math.max(now, next.due);
        return next;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public long deadline(Duration after, Runnable task) {
        return set(after, false, task);
    }

    @Override
    public synchronized long pause(Duration wait, Runnable task) {
        waits.add(wait);
        return set(wait, true, task);
    }

    private synchronized long set(Duration after, boolean pause, Runnable task) {
        timers.add(new Timer(++lastId, now + after.toNanos(), Vertx.currentContext(), pause, task));
        return lastId;
    }

    @Override
    public synchronized void cancel(long timer) {
        timers.removeIf(set -> set.id == timer);
    }

    @Override
    public synchronized Instant instant() {
        return START.plusNanos(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
