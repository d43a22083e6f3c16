package dev.parley.platform.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.pgclient.PgConnection;
import org.jspecify.annotations.Nullable;

/**
 * The tenant whose rows each connection of the pool sees. Naming the same one again would cost a second statement with
 * every statement.
 */
@ApplicationScoped
class SeenTenants {
    /** Far more than connections; the rest are of connections that have closed. */
    private static final int MAX_KNOWN = 1_000;

    /** As the client knows a connection. A later one may get the same process, but not the same secret. */
    private record Client(int process, int secret) {}

    /** {@code process}: as the server knows it, which differs behind a pooler. */
    private record Seen(int process, String setting) {}

    private final Map<Client, Seen> known = new ConcurrentHashMap<>();

    boolean sees(PgConnection connection, Visible tenant) {
        Seen seen = known.get(client(connection));
        return seen != null && seen.setting().equals(tenant.setting());
    }

    /** {@code process}: null if the statement failed. */
    void note(PgConnection connection, Visible tenant, @Nullable Integer process) {
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        // 0: the server does not tell connections apart.
        if (process == null || connection.processId() == 0) {
            known.remove(client(connection));
        } else {
            known.put(client(connection), new Seen(process, tenant.setting()));
        }
    }

    /** For a connection whose setting another library changes. */
    void forget(int process) {
        known.values().removeIf(seen -> seen.process() == process);
    }

    private static Client client(PgConnection connection) {
        return new Client(connection.processId(), connection.secretKey());
    }
}
