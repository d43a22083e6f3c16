package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;

import io.vertx.pgclient.PgConnection;
import org.junit.jupiter.api.Test;

class SeenTenantsTest {
    private static final Visible ONE = () -> "one";
    private static final Visible OTHER = () -> "other";
    private static final int SERVER_PROCESS = 4711;

    private final SeenTenants seen = new SeenTenants();
    private final PgConnection connection = connection(17, 5);

    @Test
    void connectionThatNamedNobody_isNotKnown() {
        assertThat(seen.sees(connection, ONE)).isFalse();
    }

    @Test
    void notedTenant_isSeenAndNoOther() {
        seen.note(connection, ONE, SERVER_PROCESS);

        assertThat(seen.sees(connection, ONE)).isTrue();
        assertThat(seen.sees(connection, OTHER)).isFalse();
    }

    @Test
    void laterConnectionOfTheSameProcess_isNotKnown() {
        seen.note(connection, ONE, SERVER_PROCESS);

        assertThat(seen.sees(connection(17, 6), ONE)).isFalse();
    }

    @Test
    void failedStatement_isForgotten() {
        seen.note(connection, ONE, SERVER_PROCESS);

        seen.note(connection, OTHER, null);

        assertThat(seen.sees(connection, ONE)).isFalse();
        assertThat(seen.sees(connection, OTHER)).isFalse();
    }

    @Test
    void forgottenServerProcess_isNotKnown() {
        seen.note(connection, ONE, SERVER_PROCESS);

        seen.forget(SERVER_PROCESS);

        assertThat(seen.sees(connection, ONE)).isFalse();
    }

    @Test
    void forgottenProcess_leavesOtherConnections() {
        seen.note(connection, ONE, SERVER_PROCESS);

        seen.forget(17);

        assertThat(seen.sees(connection, ONE)).isTrue();
    }

    @Test
    void connectionWithoutAProcess_isNeverKnown() {
        PgConnection unnumbered = connection(0, 0);

        seen.note(unnumbered, ONE, SERVER_PROCESS);

        assertThat(seen.sees(unnumbered, ONE)).isFalse();
    }

    @Test
    void closedConnections_areForgottenInTime() {
        for (int process = 1; process <= 5_000; process++) {
            seen.note(connection(process, 5), ONE, process);
        }

        assertThat(seen.sees(connection(5_000, 5), ONE)).isTrue();
        assertThat(seen.sees(connection(1, 5), ONE)).isFalse();
    }

    private static PgConnection connection(int process, int secret) {
        return (PgConnection) Proxy.newProxyInstance(PgConnection.class.getClassLoader(),
                new Class<?>[]{PgConnection.class},
                (proxy, method, arguments) -> method.getName().equals("processId") ? process : secret);
    }
}
