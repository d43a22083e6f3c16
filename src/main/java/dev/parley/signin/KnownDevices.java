package dev.parley.signin;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Token;
import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Devices on which an account's password was right before, known by a cookie. They do not replace the password; they
 * bypass the locks that strangers cause and have one of their own (OWASP, device cookies).
 */
@ApplicationScoped
public class KnownDevices {
    /** A device is forgotten this long after its last sign-in. */
    public static final Duration LIFE = Duration.ofDays(180);
    private static final int MAX_OF_AN_ACCOUNT = 20;

    private final Statements statements;
    private final Clock clock;

    KnownDevices(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    Uni<Boolean> knows(String account, @Nullable String device) {
        return device == null || device.isEmpty()
                ? Uni.createFrom().item(false)
                : statements.ofEveryTenant()
                        .any("SELECT 1 FROM sign_in_device WHERE key = $1 AND account = $2 AND last_at > $3",
                                Buffer.buffer(Token.hash(device)), account(account),
                                clock.instant().minus(LIFE));
    }

    /** Keeps the latest devices per account. A device of another account gets a new id. */
    Uni<String> remember(String account, @Nullable String device) {
        return knows(account, device).map(known -> known && device != null ? device : Token.generate())
                .call(kept -> statements.ofEveryTenant().run("""
                        INSERT INTO sign_in_device (key, account, last_at) VALUES ($1, $2, $3)
                        ON CONFLICT (key) DO UPDATE SET last_at = excluded.last_at RETURNING 1""",
                        Buffer.buffer(Token.hash(kept)), account(account), clock.instant()))
                .call(() -> statements.ofEveryTenant().run("""
                        DELETE FROM sign_in_device WHERE key IN (SELECT key FROM sign_in_device WHERE account = $1
                        ORDER BY last_at DESC OFFSET $2) RETURNING 1""", account(account),
                        MAX_OF_AN_ACCOUNT));
    }

    private static Buffer account(String email) {
        return Buffer.buffer(Token.hash("account " + email));
    }
}
