package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The origins of all shops. A preflight does not name its shop and must stay cheap with many shops, so the origins are
 * cached for a few seconds. An unknown origin triggers a new read, since it may have just been added.
 */
@ApplicationScoped
class KnownOrigins {
    private static final Logger LOG = Logger.getLogger(KnownOrigins.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** Unknown origins cause at most one read in this time. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TenantRepository repository;
    private final ObjectMapper json;
    private final Clock clock;
    private final Uni<Known> reading;
    private volatile @Nullable Known known;

    /** @param loopback patterns of loopback origins with any port */
    private record Known(Set<String> listed, AllowedOrigins loopback, Instant at) {
        boolean permits(String origin) {
            return listed.contains(origin) || loopback.permit(origin);
        }
    }

    KnownOrigins(TenantRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
        // Concurrent callers share a read.
        this.reading = Uni.createFrom().deferred(this::read).memoize().until(this::isOld);
    }

    /** A request without an Origin header is permitted; see {@link AllowedOrigins#permit}. */
    Uni<Boolean> permit(@Nullable String origin) {
        Known found = known;
        if (origin == null || (found != null && found.permits(origin) && isYoungerThan(found, FRESH))) {
            return Uni.createFrom().item(true);
        }
        return found != null && isYoungerThan(found, PAUSE)
                ? Uni.createFrom().item(found.permits(origin))
                : reading.map(fresh -> fresh.permits(origin));
    }

    private boolean isOld() {
        Known found = known;
        return found == null || !isYoungerThan(found, PAUSE);
    }

    private boolean isYoungerThan(Known found, Duration age) {
        return clock.instant().isBefore(found.at().plus(age));
    }

    private Uni<Known> read() {
        return repository.settings().map(rows -> {
            Set<String> listed = new HashSet<>();
            rows.forEach(row -> addOrigins(row, listed));
            Known fresh = new Known(Set.copyOf(listed),
                    new AllowedOrigins(AllowedOrigins.LOOPBACK.stream().filter(listed::contains).toList()),
                    clock.instant());
            known = fresh;
            return fresh;
        });
    }

    /** A shop whose settings are unreadable must not affect the others. */
    private void addOrigins(TenantRepository.Settings row, Set<String> listed) {
        try {
            for (JsonNode origin : json.readTree(row.settings()).path("allowed_origins")) {
                listed.add(origin.asText());
            }
        } catch (JsonProcessingException unreadable) {
            LOG.errorf("The settings of the shop %s cannot be read; its pages are not let in", row.slug());
        }
    }
}
