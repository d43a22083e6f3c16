package dev.parley.tenant;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;

/** Steps that this Parley takes once in its life, even if their results are deleted later. */
@ApplicationScoped
public class OnceOnlySteps {
    private final Statements statements;
    private final Clock clock;

    OnceOnlySteps(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    public enum Mark {
        FIRST_START, DEMO_SHOP, DEMO_FAQ;

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Uni<Boolean> has(Mark mark) {
        return statements.ofEveryTenant()
                .any("SELECT name FROM service_mark WHERE name = $1", mark.stored());
    }

    public Uni<Void> set(Mark mark) {
        return statements.ofEveryTenant().run("""
                INSERT INTO service_mark (name, at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING name""",
                mark.stored(), clock.instant());
    }
}
