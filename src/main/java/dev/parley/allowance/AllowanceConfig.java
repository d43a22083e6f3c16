package dev.parley.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** A rate is {@code at once/per minute}. See src/docs/operations.md for how the figures were chosen. */
@ConfigMapping(prefix = "parley.limits")
public interface AllowanceConfig {
    /** {@code off}: nothing is counted. For load tests alone. */
    @WithDefault("on")
    Mode mode();

    /** New visitors from one address. Who shows an earlier token is none. */
    @WithDefault("120/60")
    Rate newVisitors();

    /** Messages, and wishes for a person or an end, of one visitor. */
    @WithDefault("30/30")
    Rate visitorMessages();

    /** The same of one address; above it only those go on who have written little themselves. */
    @WithDefault("300/300")
    Rate addressMessages();

    /** The same to one shop. */
    @WithDefault("1200/1200")
    Rate shopMessages();

    /** Sockets that one address may open: who loses a link comes back in the widget's own time. */
    @WithDefault("300/120")
    Rate openedSockets();

    /** Sockets of one address that may be open at a time. */
    @WithDefault("200")
    int addressSockets();

    /** Visitors' sockets that may be open at a time. */
    @WithDefault("20000")
    int allSockets();

    /** Whether anything is counted. */
    enum Mode {
        ON, OFF
    }
}
