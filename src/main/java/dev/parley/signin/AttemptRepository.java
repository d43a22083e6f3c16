package dev.parley.signin;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AttemptRepository {
    /** Counted before the password is looked at: ten thousand guesses at once find the row as each left it. */
    private static final String TAKE = """
            INSERT INTO sign_in_attempt AS known (key, failures, blocked_until, last_at) VALUES ($1, 1, $2, $2)
            ON CONFLICT (key) DO UPDATE SET
                failures = CASE WHEN known.last_at < $2 - INTERVAL '1 day' THEN 1 ELSE known.failures + 1 END,
                blocked_until = CASE WHEN known.last_at < $2 - INTERVAL '1 day' OR known.failures + 1 < $3 THEN $2
                    ELSE $2 + INTERVAL '1 second' * LEAST(900, 15 * power(2, LEAST(10, known.failures + 1 - $3))) END,
                last_at = $2
            WHERE known.blocked_until <= $2
            RETURNING failures
            """;

    private final Statements statements;

    AttemptRepository(Statements statements) {
        this.statements = statements;
    }

    /** Whether another attempt is allowed now; it counts as failed until it is forgiven. */
    Uni<Boolean> take(byte[] key, int free, Instant now) {
        return statements.ofEveryTenant().any(TAKE, Buffer.buffer(key), now, free);
    }

    Uni<@Nullable Instant> blockedUntil(byte[] key) {
        return statements.ofEveryTenant().row("SELECT blocked_until FROM sign_in_attempt WHERE key = $1",
                row -> Statements.instant(row, "blocked_until"), Buffer.buffer(key));
    }

    Uni<Void> forget(byte[] key) {
        return statements.ofEveryTenant().run("DELETE FROM sign_in_attempt WHERE key = $1 RETURNING failures",
                Buffer.buffer(key));
    }

    /** Takes the last attempt back, not those before: an attacker has a password of its own too. */
    Uni<Void> takeBack(byte[] key, Instant now) {
        return statements.ofEveryTenant().run("""
                UPDATE sign_in_attempt SET failures = GREATEST(0, failures - 1), blocked_until = LEAST(blocked_until, $2)
                WHERE key = $1 RETURNING failures""", Buffer.buffer(key), now);
    }
}
