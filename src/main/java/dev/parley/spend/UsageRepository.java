package dev.parley.spend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.spend.UsageQuery.Group;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** Sums the ledger and the sums of purged calls. Excludes amounts in a former currency. */
@ApplicationScoped
class UsageRepository {
    private final Statements statements;

    UsageRepository(Statements statements) {
        this.statements = statements;
    }

    /** Ordered by day, model and kind. */
    Uni<List<UsageLine>> lines(TenantId tenant, UsageQuery query, String currency) {
        return statements.of(tenant).rows(sql(query), UsageRepository::toLine, tenant.value(), query.from(), query.to(),
                currency);
    }

    private static String sql(UsageQuery query) {
        String groups = query.groups().stream().map(UsageRepository::lower).collect(Collectors.joining(", "));
        String columns = Stream.of(Group.values())
                .map(group -> query.groups().contains(group)
                        ? lower(group)
                        : "CAST(NULL AS " + (group == Group.DAY ? "date" : "text") + ") AS " + lower(group))
                .collect(Collectors.joining(", "));
        return """
                WITH line AS (
                    SELECT day, COALESCE(model, lane) AS model, kind, 1::bigint AS calls, estimated::integer::bigint AS estimated,
                        input_tokens, cached_tokens, output_tokens, cost, saved, audio_ms
                    FROM spend_call
                    WHERE tenant_id = $1 AND day BETWEEN $2 AND $3 AND currency = $4 AND outcome <> 'reserved'
                    UNION ALL
                    SELECT day, model, kind, calls, estimated, input_tokens, cached_tokens, output_tokens, cost, saved, audio_ms
                    FROM spend_day WHERE tenant_id = $1 AND day BETWEEN $2 AND $3 AND currency = $4
                )
                SELECT %s, sum(calls)::bigint AS calls, sum(estimated)::bigint AS estimated, sum(input_tokens)::bigint AS input_tokens,
                    sum(cached_tokens)::bigint AS cached_tokens, sum(output_tokens)::bigint AS output_tokens, sum(cost)::bigint AS cost,
                    sum(saved)::bigint AS saved, sum(audio_ms)::bigint AS audio_ms
                FROM line %s HAVING count(*) > 0 %s
                """
                .formatted(columns, groups.isEmpty() ? "" : "GROUP BY " + groups,
                        groups.isEmpty() ? "" : "ORDER BY " + groups);
    }

    private static String lower(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static UsageLine toLine(Row row) {
        return new UsageLine(row.getLocalDate("day"), row.getString("model"), row.getString("kind"),
                row.getLong("calls"),
                row.getLong("estimated"), row.getLong("input_tokens"), row.getLong("cached_tokens"),
                row.getLong("output_tokens"), new Money(row.getLong("cost")),
                new Money(row.getLong("saved")), row.getLong("audio_ms"));
    }
}
