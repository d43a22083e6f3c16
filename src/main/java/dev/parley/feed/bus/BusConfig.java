package dev.parley.feed.bus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How replicas tell each other what happens. */
@ConfigMapping(prefix = "parley.bus")
interface BusConfig {
    enum Kind {
        /** A single replica. */
        JVM,
        /** LISTEN and NOTIFY. */
        POSTGRESQL
    }

    /**
     * `postgresql` lets several replicas on one database hear each other; `jvm` is for a single one, and the default with
     * the embedded PostgreSQL. With `QUARKUS_REDIS_HOSTS`, Redis or Valkey carries events instead.
     */
    @WithDefault("postgresql")
    Kind kind();
}
