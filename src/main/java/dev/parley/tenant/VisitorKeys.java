package dev.parley.tenant;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.platform.SecretBox;
import dev.parley.platform.database.Statements;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Creates and seals the keys of visitors' tokens. A key allows to act as any visitor of the shop. */
@ApplicationScoped
public class VisitorKeys {
    private static final Logger LOG = Logger.getLogger(VisitorKeys.class);
    private static final int BYTES = 32;

    private final Statements statements;
    private final SecretBox secretBox;
    private final SecureRandom random = new SecureRandom();
    /** Replacements for keys that cannot be opened. */
    private final Map<UUID, byte[]> temporaryKeys = new ConcurrentHashMap<>();

    VisitorKeys(Statements statements, SecretBox secretBox) {
        this.statements = statements;
        this.secretBox = secretBox;
    }

    /** A stored key. {@code clear} is null if it is sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record StoredKey(byte @Nullable [] clear, @Nullable String sealed) {}

    /** Stored in clear only if the service has no key to seal it with. */
    public StoredKey make(UUID shop) {
        byte[] key = fresh();
        return secretBox.canSeal() ? new StoredKey(null, seal(shop, key)) : new StoredKey(key, null);
    }

    private byte[] fresh() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }

    private String seal(UUID shop, byte[] key) {
        return secretBox.seal(Base64.getEncoder().encodeToString(key), owner(shop));
    }

    private static String owner(UUID shop) {
        return "visitor-key:" + shop;
    }

    /** If sealed with an unknown service key, a temporary one: visitors start again, and old tokens are invalid. */
    VisitorKey open(UUID shop, StoredKey stored) {
        if (stored.sealed() != null) {
            Optional<byte[]> opened = secretBox.open(stored.sealed(), owner(shop)).map(Base64.getDecoder()::decode);
            if (opened.isPresent()) {
                temporaryKeys.remove(shop);
                return new VisitorKey(opened.get());
            }
        } else if (stored.clear() != null) {
            return new VisitorKey(stored.clear());
        }
        return new VisitorKey(temporaryKeys.computeIfAbsent(shop, lost -> {
            LOG.errorf("tenant=%s its visitors are not known again: their key was sealed with another PARLEY_SECRET_KEY"
                    + " (or service-key file). Restore that, or name it in PARLEY_SECRET_FORMER_KEYS.", shop);
            return fresh();
        }));
    }

    void start(@Observes StartupEvent starting) {
        sealAll().subscribe().with(sealed -> {
            if (sealed > 0) {
                LOG.infof("Sealed the keys of %d shops' visitors", sealed);
            }
        }, failure -> LOG.warnf("Visitors' keys are sealed at the next start: %s", failure.getMessage()));
    }

    /** Seals keys that are in clear or sealed with a former key. Returns their number. */
    Uni<Integer> sealAll() {
        if (!secretBox.canSeal()) {
            return Uni.createFrom().item(0);
        }
        return statements.ofEveryTenant().rows("SELECT id, visitor_key, sealed_visitor_key FROM tenant",
                row -> new Row(row.getUUID("id"),
                        new StoredKey(bytes(row.getBuffer("visitor_key")), row.getString("sealed_visitor_key"))))
                .onItem().transformToMulti(io.smallrye.mutiny.Multi.createFrom()::iterable)
                .filter(row -> row.stored().clear() != null
                        || (row.stored().sealed() != null
                                && secretBox.isOfFormerKey(row.stored().sealed(), owner(row.id()))))
                .onItem().transformToUniAndConcatenate(this::seal)
                .collect().with(java.util.stream.Collectors.summingInt(Integer::intValue));
    }

    private record Row(UUID id, StoredKey stored) {}

    /** Does nothing if another replica was faster. */
    private Uni<Integer> seal(Row row) {
        String sealed = row.stored().sealed();
        byte[] key = row.stored().clear() != null
                ? row.stored().clear()
                : sealed == null
                        ? null
                        : secretBox.open(sealed, owner(row.id())).map(Base64.getDecoder()::decode).orElse(null);
        return key == null
                ? Uni.createFrom().item(0)
                : statements.ofEveryTenant().count("""
                        UPDATE tenant SET sealed_visitor_key = $2, visitor_key = NULL
                        WHERE id = $1 AND sealed_visitor_key IS NOT DISTINCT FROM CAST($3 AS text) RETURNING 1""",
                        row.id(), seal(row.id(), key), sealed);
    }

    private static byte @Nullable [] bytes(io.vertx.mutiny.core.buffer.@Nullable Buffer column) {
        return column == null ? null : column.getBytes();
    }

    public static @Nullable Buffer buffer(StoredKey stored) {
        return stored.clear() == null ? null : Buffer.buffer(stored.clear());
    }
}
