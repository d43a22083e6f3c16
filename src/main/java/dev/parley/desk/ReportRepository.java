package dev.parley.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.desk.Reports.Line;
import dev.parley.desk.Reports.Period;
import dev.parley.desk.Reports.Reason;
import dev.parley.desk.Reports.Split;
import dev.parley.desk.Reports.Spread;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

@ApplicationScoped
class ReportRepository {
    /** A lower bound on activity, so that its index can be used. */
    private static final String LINES = """
            WITH found AS (
                SELECT c.id, c.labels, c.handed_off_at, c.last_activity_at,
                    CASE WHEN c.state = 'closed' THEN c.closed_at - c.created_at END AS took,
                    CAST(CAST(c.created_at AT TIME ZONE CAST($4 AS text) AS date) AS text) AS day,
                    (SELECT min(m.at) FROM message m
                     WHERE m.conversation_id = c.id AND m.author = 'agent' AND m.at >= c.handed_off_at) - c.handed_off_at AS responded,
                    (SELECT m.agent_id FROM message m
                     WHERE m.conversation_id = c.id AND m.author = 'agent' ORDER BY m.seq DESC LIMIT 1) AS agent,
                    (SELECT count(*) FROM message m WHERE m.conversation_id = c.id AND m.rating = 'up') AS up,
                    (SELECT count(*) FROM message m WHERE m.conversation_id = c.id AND m.rating = 'down') AS down
                FROM conversation c
                WHERE c.tenant_id = $1 AND c.last_activity_at >= $2 AND c.created_at >= $2 AND c.created_at < $3 AND c.last_seq > 0
            )
            SELECT split.key, count(*) AS conversations, count(*) FILTER (WHERE last_activity_at < $5) AS quiet,
                count(*) FILTER (WHERE last_activity_at < $5 AND handed_off_at IS NULL AND agent IS NULL) AS by_bot_alone,
                count(handed_off_at) AS handed_off,
                CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM responded)) AS float8) AS median_response,
                CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM responded)) AS float8) AS late_response,
                CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took)) AS float8) AS median_duration,
                CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM took)) AS float8) AS late_duration,
                CAST(COALESCE(sum(up), 0) AS bigint) AS up, CAST(COALESCE(sum(down), 0) AS bigint) AS down
            FROM found CROSS JOIN LATERAL (-keys-) split (key)
            GROUP BY split.key ORDER BY split.key LIMIT 1000
            """;

    /** Excludes plain requests; includes reasons found by the bot or a rule. */
    private static final String REASONS = """
            SELECT COALESCE(handoff_reason, NULLIF(handoff_code, 'asked')) AS reason, count(*) AS conversations FROM conversation
            WHERE tenant_id = $1 AND last_activity_at >= $2 AND created_at >= $2 AND created_at < $3 AND handed_off_at IS NOT NULL
            GROUP BY reason ORDER BY count(*) DESC, reason LIMIT $4
            """;

    private final Statements statements;

    ReportRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Line>> lines(TenantId tenant, Period period, Split split, Instant quietSince) {
        return statements.of(tenant).rows(LINES.replace("-keys-", keys(split)), ReportRepository::toLine,
                tenant.value(),
                period.begin(),
                period.end(), sqlName(period.zone()), quietSince);
    }

    /** PostgreSQL reads `UTC+02:00` as POSIX does: two hours west. */
    static String sqlName(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset
                ? "UTC" + ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds()).getId().replace("Z", "+00:00")
                : zone.getId();
    }

    private static String keys(Split split) {
        return switch (split) {
            case NONE -> "SELECT ''";
            case DAY -> "SELECT day";
            case AGENT -> "SELECT CAST(agent AS text) WHERE agent IS NOT NULL";
            case LABEL -> "SELECT unnest(labels)";
        };
    }

    private static Line toLine(Row row) {
        return new Line(row.getString("key"), row.getLong("conversations"), row.getLong("quiet"),
                row.getLong("by_bot_alone"), row.getLong("handed_off"),
                new Spread(row.getDouble("median_response"), row.getDouble("late_response")),
                new Spread(row.getDouble("median_duration"), row.getDouble("late_duration")),
                row.getLong("up"), row.getLong("down"));
    }

    Uni<List<Reason>> reasons(TenantId tenant, Period period, int max) {
        return statements.of(tenant).rows(REASONS,
                row -> new Reason(row.getString("reason"), row.getLong("conversations")), tenant.value(),
                period.begin(), period.end(), max);
    }
}
