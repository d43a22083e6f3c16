package dev.parley.api;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.stream")
interface StreamConfig {
    /** Interval of comments in a silent event stream; proxies commonly cut after 30 s or more. */
    @WithDefault("10s")
    Duration heartbeat();

    /**
     * Maximum unread events of an event stream; beyond it, the reader is disconnected and resumes with its `Last-Event-ID`.
     */
    @WithDefault("2000")
    int mostUnread();

    /** Maximum size of a stream's unread events, in characters. */
    @WithDefault("1048576")
    int mostUnreadCharacters();
}
