package dev.parley.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Rates are {@code burst/per minute}; src/docs/operations.md explains the figures. */
@ConfigMapping(prefix = "parley.limits")
public interface AllowanceConfig {
    /** {@code off} disables all limits; for load tests only. */
    @WithDefault("on")
    Mode mode();

    /** New visitors from one address; visitors with a valid token do not count. */
    @WithDefault("120/60")
    Rate newVisitors();

    /** Messages of one visitor, including requests for a person and for an end. */
    @WithDefault("30/30")
    Rate visitorMessages();

    /** Messages from one address; beyond it, only visitors who have written little may continue. */
    @WithDefault("300/300")
    Rate addressMessages();

    /** Messages to one shop. */
    @WithDefault("1200/1200")
    Rate shopMessages();

    /** Visitors' sockets opened by one address; the widget's back-off stays below it. */
    @WithDefault("300/120")
    Rate openedSockets();

    /** Concurrent visitors' sockets of one address. */
    @WithDefault("200")
    int addressSockets();

    /** Concurrent visitors' sockets of this process. */
    @WithDefault("20000")
    int allSockets();

    enum Mode {
        ON, OFF
    }
}
