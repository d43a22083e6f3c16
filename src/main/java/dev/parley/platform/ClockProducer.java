package dev.parley.platform;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The only source of time; tests replace it. Ticks in microseconds, like PostgreSQL. */
public class ClockProducer {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return system();
    }

    /** For what runs without the service. */
    public static Clock system() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
