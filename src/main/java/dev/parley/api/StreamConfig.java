package dev.parley.api;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.stream")
interface StreamConfig {
    /** How often a comment is sent in an event stream that is otherwise silent; proxies commonly cut after 30 s or more. */
    @WithDefault("10s")
    Duration heartbeat();

    /** Events of one stream that may wait for its reader; then it is cut off, and comes again with its `Last-Event-ID`. */
    @WithDefault("2000")
    int mostUnread();

    /** Their size, in characters. */
    @WithDefault("1048576")
    int mostUnreadCharacters();
}
