package dev.parley.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Records the last use of a key at most once a minute, without delaying the request. */
@ApplicationScoped
public class KeyUse {
    private static final Logger LOG = Logger.getLogger(KeyUse.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ApiKeyRepository repository;
    private final Clock clock;
    /** Avoids a write per request for concurrent requests. */
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    KeyUse(ApiKeyRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    public void note(ApiKeyDetails key) {
        Instant now = clock.instant();
        Instant before = now.minus(EVERY);
        if (key.lastUsedAt() != null && key.lastUsedAt().isAfter(before)) {
            return;
        }
        if (isDue(key.id(), now, before)) {
            repository.used(key.id(), now, before).subscribe().with(done -> {},
                    failure -> LOG.warnf("The use of key=%s is not noted: %s", key.id(), failure.getMessage()));
        }
    }

    private boolean isDue(UUID key, Instant now, Instant before) {
        Instant last = noted.putIfAbsent(key, now);
        return last == null || (last.isBefore(before) && noted.replace(key, last, now));
    }
}
