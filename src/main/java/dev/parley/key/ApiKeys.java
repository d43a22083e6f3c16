package dev.parley.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.ShopQuotas;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shop's API keys. Managing them needs the scope `admin`, since it allows everything. */
@ApplicationScoped
public class ApiKeys {
    private static final int LONGEST_NAME = 100;
    private static final int MAX_PER_MINUTE = 1_000_000;
    /** Minimum of replaced keys that may still be valid, however low the limit is. */
    private static final int MIN_REPLACED = 10;
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final ApiKeyRepository repository;
    private final ShopQuotas quotas;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(ApiKeyRepository repository, ShopQuotas quotas, Ids ids, Clock clock) {
        this.repository = repository;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    @Schema(examples = """
            {"name": "Shop system", "scopes": ["conversations", "faq"]}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Wish(@Nullable String name, @Nullable List<@Nullable String> scopes, @Nullable String expiresAt,
            @Nullable Integer requestsPerMinute) {}

    /** {@code overlapSeconds}: how long the old key stays valid; a day by default. */
    @Schema(examples = """
            {"overlap_seconds": 3600}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Rotation(@Nullable Long overlapSeconds) {}

    record Checked(String name, List<String> scopes, @Nullable Instant expiresAt,
            @Nullable Integer requestsPerMinute) {}

    /** A new key; its secret cannot be read again. */
    @Schema(examples = """
            {"id": "018f3b5e-7c1a-7000-8000-000000000006", "name": "Shop system", "scopes": ["conversations",
             "faq"], "hint": "pk_4fZb…", "created_at": "2026-11-23T10:00:00Z",
             "key": "pk_4fZbXq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ"}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Issued(@JsonUnwrapped ApiKeyDetails details, String key) {
        /** Omits the key. */
        @Override
        public String toString() {
            return "key " + details.id();
        }
    }

    /** Keys that are not revoked, newest first, including expired ones. */
    public Uni<List<ApiKeyDetails>> all(TenantId tenant) {
        return repository.of(tenant);
    }

    public Uni<Issued> issue(TenantId tenant, Wish request) {
        Checked checked = new Checked(name(request.name()), scopes(request.scopes()), expiry(request.expiresAt()),
                rate(request.requestsPerMinute()));
        String secret = ApiKey.generate();
        return quotas.apiKeys(tenant)
                .chain(max -> repository.add(tenant, ids.next(), checked, secret, clock.instant(), max)
                        .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "too_many_keys",
                                "There are " + max + " keys already. Delete those that nobody uses.")))
                .map(details -> new Issued(details, secret));
    }

    private static String name(@Nullable String name) {
        String plain = name == null ? "" : name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.chars().anyMatch(Character::isISOControl)) {
            throw ParleyException.field("name", "bad_name",
                    "says what the key is for, in 1 to " + LONGEST_NAME + " characters.");
        }
        return plain;
    }

    private static List<String> scopes(@Nullable List<@Nullable String> scopes) {
        if (scopes == null || scopes.isEmpty()
                || !scopes.stream().allMatch(scope -> scope != null && ApiKey.SCOPES.contains(scope))) {
            throw ParleyException.field("scopes", "bad_scopes",
                    "is a list of one or more of " + String.join(", ", ApiKey.SCOPES) + ".");
        }
        return ApiKey.SCOPES.stream().filter(scopes::contains).toList();
    }

    private @Nullable Instant expiry(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime expires = OffsetDateTime.parse(text);
            if (expires.toInstant().isAfter(clock.instant()) && expires.getYear() <= 9999) {
                return expires.toInstant();
            }
        } catch (DateTimeParseException notATime) {
            // Falls through to the refusal.
        }
        throw ParleyException.field("expires_at", "bad_expires_at",
                "is a time to come, such as `2030-01-31T12:00:00Z`. Leave it out for a key that does not end.");
    }

    private static @Nullable Integer rate(@Nullable Integer perMinute) {
        if (perMinute != null && (perMinute < 1 || perMinute > MAX_PER_MINUTE)) {
            throw ParleyException.field("requests_per_minute", "bad_requests_per_minute",
                    "is a whole number from 1 to " + MAX_PER_MINUTE + ".");
        }
        return perMinute;
    }

    /** Creates a copy with a new secret; the old key ends after the overlap. */
    public Uni<Issued> rotate(TenantId tenant, UUID id, @Nullable Rotation request) {
        Duration overlap = overlap(request == null ? null : request.overlapSeconds());
        String secret = ApiKey.generate();
        Instant now = clock.instant();
        return quotas.apiKeys(tenant)
                .chain(max -> repository.rotate(tenant, id, ids.next(), secret, now, now.plus(overlap),
                        Math.max(max, MIN_REPLACED)))
                .onItem().ifNull().switchTo(() -> whyNot(tenant, id, now))
                .map(details -> new Issued(details, secret));
    }

    private static Duration overlap(@Nullable Long seconds) {
        if (seconds == null) {
            return USUAL_OVERLAP;
        }
        if (seconds < 0 || seconds > LONGEST_OVERLAP.toSeconds()) {
            throw ParleyException.field("overlap_seconds", "bad_overlap_seconds",
                    "is a whole number from 0 to " + LONGEST_OVERLAP.toSeconds() + ".");
        }
        return Duration.ofSeconds(seconds);
    }

    private Uni<ApiKeyDetails> whyNot(TenantId tenant, UUID id, Instant now) {
        return repository.find(tenant, id).map(found -> {
            if (found == null) {
                throw ParleyException.notFound("key");
            }
            if (found.replacedBy() == null && (found.expiresAt() == null || found.expiresAt().isAfter(now))) {
                throw new ParleyException(Kind.CONFLICT, "too_many_keys",
                        "Too many replaced keys are still good. Revoke those that no machine uses any more, or wait until they end.");
            }
            throw new ParleyException(Kind.CONFLICT, "key_ended",
                    "The key has ended or has been replaced already. Rotate the one that took its place, or make a new one.");
        });
    }

    /** Takes effect with the next request on every replica. */
    public Uni<Void> revoke(TenantId tenant, UUID id) {
        return repository.revoke(tenant, id, clock.instant()).invoke(found -> {
            if (!found) {
                throw ParleyException.notFound("key");
            }
        }).replaceWithVoid();
    }
}
