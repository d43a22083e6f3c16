package dev.parley.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Warns at the start if row-level security does not apply, because the service owns the tables or is a superuser. */
@ApplicationScoped
class RowSecurity {
    private static final Logger LOG = Logger.getLogger(RowSecurity.class);

    private final Statements statements;

    RowSecurity(Statements statements) {
        this.statements = statements;
    }

    void look(@Observes StartupEvent starting) {
        statements.ofEveryTenant()
                .row("SELECT row_security_active('tenant') AS active", row -> row.getBoolean("active")).subscribe()
                .with(
                        active -> {
                            if (!Boolean.TRUE.equals(active)) {
                                LOG.info(
                                        "Row-level security is off: the service signs in to PostgreSQL as the owner of its tables. A role of its"
                                                + " own would be safer; see operations.md, \"Row-level security\".");
                            }
                        },
                        failure -> LOG.debug("row-level security: not known", failure));
    }
}
