package dev.parley.signin;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AttemptRepository {
    /** Counts before the password is checked, so that concurrent guesses see each other. */
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

    /** True if an attempt is allowed. It counts as failed until {@link #takeBack}. */
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

    /** Undoes only the last attempt, since an attacker may have a valid account, too. */
    Uni<Void> takeBack(byte[] key, Instant now) {
        return statements.ofEveryTenant().run("""
                UPDATE sign_in_attempt SET failures = GREATEST(0, failures - 1), blocked_until = LEAST(blocked_until, $2)
                WHERE key = $1 RETURNING failures""", Buffer.buffer(key), now);
    }
}
