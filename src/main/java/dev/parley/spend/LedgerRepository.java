package dev.parley.spend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Writes ledger and totals, each change in one statement. Locks calls before totals. */
@ApplicationScoped
class LedgerRepository {
    /** For a tenant without limits: no comparison, and no row that all its turns would contend for. */
    private static final String NOTE = """
            INSERT INTO spend_call (id, tenant_id, conversation_id, answer_id, attempt, kind, lane, input_tokens, output_tokens, estimated,
                input_price, cached_price, output_price, currency, cost, counted, outcome, day, at, reserved_until, audio_ms, minute_price)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, $10, $11, $12, $13, $14, 0, 'reserved', $15, $16,
                now() + $17 * INTERVAL '1 millisecond', $18, $19)
            RETURNING 1
            """;

    /** The update locks the newest totals, so concurrent calls see each other. A conversation answers one at a time. */
    private static final String RESERVE = """
            WITH talked AS (
                SELECT CASE WHEN $22::bigint IS NULL OR $3::uuid IS NULL THEN 0 ELSE (
                    SELECT COALESCE(sum(input_tokens::bigint + output_tokens), 0) FROM spend_call
                    WHERE tenant_id = $2 AND conversation_id = $3) END AS tokens
            ), taken AS (
                INSERT INTO spend_total AS t (tenant_id, day, day_total, month_total)
                SELECT $2, $15::date, $14::bigint, $14 FROM talked
                WHERE $14 <= $20::bigint AND $14 <= $21::bigint
                  AND ($22 IS NULL OR tokens + $8::integer + $9::integer <= $22)
                ON CONFLICT (tenant_id) DO UPDATE SET
                    day_total = CASE WHEN t.day < EXCLUDED.day THEN 0 ELSE t.day_total END + EXCLUDED.day_total,
                    month_total = CASE WHEN t.day < date_trunc('month', EXCLUDED.day::timestamp) THEN 0
                                  ELSE t.month_total END + EXCLUDED.month_total,
                    day = GREATEST(t.day, EXCLUDED.day)
                WHERE CASE WHEN t.day < EXCLUDED.day THEN 0 ELSE t.day_total END <= $20 - EXCLUDED.day_total
                  AND CASE WHEN t.day < date_trunc('month', EXCLUDED.day::timestamp) THEN 0
                      ELSE t.month_total END <= $21 - EXCLUDED.month_total
                RETURNING day, day_total, month_total
            ), booked AS (
                INSERT INTO spend_call (id, tenant_id, conversation_id, answer_id, attempt, kind, lane, input_tokens, output_tokens,
                    estimated, input_price, cached_price, output_price, currency, cost, counted, outcome, day, at, reserved_until,
                    audio_ms, minute_price)
                SELECT $1::uuid, $2, $3, $4::uuid, $5::integer, $6::text, $7::text, $8, $9, true, $10::bigint, $11::bigint, $12::bigint,
                    $13::text, $14, $14, 'reserved', taken.day, $16::timestamptz, now() + $17::bigint * INTERVAL '1 millisecond',
                    $18::integer, $19::bigint
                FROM taken
            )
            SELECT true AS granted, day_total, month_total, tokens::bigint AS tokens FROM taken, talked
            UNION ALL
            SELECT false, CASE WHEN t.day < $15 THEN 0 ELSE COALESCE(t.day_total, 0) END,
                CASE WHEN t.day < date_trunc('month', $15::timestamp) THEN 0 ELSE COALESCE(t.month_total, 0) END, tokens::bigint
            FROM talked LEFT JOIN spend_total t ON t.tenant_id = $2
            WHERE NOT EXISTS (SELECT FROM taken)
            """;

    /** Idempotent: a settled call stays, a lapsed one is corrected. Totals change by the difference. */
    private static final String SETTLE = """
            WITH entry AS (
                SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[],
                    $10::integer[], $11::integer[], $12::integer[], $13::boolean[], $14::bigint[], $15::bigint[], $16::bigint[],
                    $17::bigint[], $18::bigint[], $19::bigint[], $20::integer[], $21::text[], $22::date[], $23::timestamptz[],
                    $25::integer[], $26::bigint[])
                AS e (id, conversation_id, answer_id, attempt, kind, lane, model, request_id, input_tokens, cached_tokens, output_tokens,
                    estimated, input_price, cached_price, output_price, cost, saved, latency_ms, tries, outcome, day, at, audio_ms,
                    minute_price)
            ), settled AS (
                INSERT INTO spend_call AS c (id, tenant_id, conversation_id, answer_id, attempt, kind, lane, model, request_id,
                    input_tokens, cached_tokens, output_tokens, estimated, input_price, cached_price, output_price, currency, cost, saved,
                    counted, change, latency_ms, tries, outcome, day, at, audio_ms, minute_price)
                SELECT id, $1, conversation_id, answer_id, attempt, kind, lane, model, request_id, input_tokens, cached_tokens,
                    output_tokens, estimated, input_price, cached_price, output_price, $24, cost, saved, cost, cost, latency_ms, tries,
                    outcome, day, at, audio_ms, minute_price
                FROM entry
                ON CONFLICT (id) DO UPDATE SET model = EXCLUDED.model, request_id = EXCLUDED.request_id,
                    input_tokens = EXCLUDED.input_tokens, cached_tokens = EXCLUDED.cached_tokens, output_tokens = EXCLUDED.output_tokens,
                    estimated = EXCLUDED.estimated, input_price = EXCLUDED.input_price, cached_price = EXCLUDED.cached_price,
                    output_price = EXCLUDED.output_price, cost = EXCLUDED.cost, counted = EXCLUDED.cost,
                    change = EXCLUDED.cost - c.counted, latency_ms = EXCLUDED.latency_ms, tries = EXCLUDED.tries,
                    outcome = EXCLUDED.outcome, audio_ms = EXCLUDED.audio_ms, minute_price = EXCLUDED.minute_price,
                    reserved_until = NULL
                WHERE c.tenant_id = $1 AND c.outcome IN ('reserved', 'lapsed')
                RETURNING c.day, c.change
            ), latest AS (
                SELECT max(day) AS day FROM settled
            ), sums AS (
                SELECT latest.day, sum(change) FILTER (WHERE settled.day = latest.day) AS of_day,
                    sum(change) FILTER (WHERE settled.day >= date_trunc('month', latest.day::timestamp)) AS of_month
                FROM settled, latest GROUP BY latest.day
            )
            INSERT INTO spend_total AS t (tenant_id, day, day_total, month_total)
            SELECT $1, day, of_day, of_month FROM sums
            ON CONFLICT (tenant_id) DO UPDATE SET
                day_total = CASE WHEN t.day = EXCLUDED.day THEN t.day_total + EXCLUDED.day_total
                            WHEN t.day > EXCLUDED.day THEN t.day_total ELSE EXCLUDED.day_total END,
                month_total = CASE WHEN date_trunc('month', t.day::timestamp) = date_trunc('month', EXCLUDED.day::timestamp)
                                   THEN t.month_total + EXCLUDED.month_total
                              WHEN t.day > EXCLUDED.day THEN t.month_total ELSE EXCLUDED.month_total END,
                day = GREATEST(t.day, EXCLUDED.day)
            RETURNING day_total, month_total
            """;

    private static final String LAPSED = """
            SELECT id, conversation_id, answer_id, attempt, kind, lane, input_tokens, cached_tokens, output_tokens, input_price,
                cached_price, output_price, cost, day, at, tenant_id, audio_ms, minute_price
            FROM spend_call WHERE outcome = 'reserved' AND reserved_until < now() ORDER BY reserved_until LIMIT $1
            """;

    private static final String CONDENSE = """
            WITH gone AS (
                DELETE FROM spend_call WHERE id IN (
                    SELECT id FROM spend_call
                    WHERE tenant_id = $1 AND at < $2 AND outcome <> 'reserved'
                      AND (conversation_id IS NULL OR conversation_id = ANY ($4))
                    LIMIT $3 FOR UPDATE SKIP LOCKED)
                RETURNING *
            ), summed AS (
                INSERT INTO spend_day AS d (tenant_id, day, kind, model, currency, calls, estimated, input_tokens, cached_tokens,
                    output_tokens, cost, saved, audio_ms)
                SELECT tenant_id, day, kind, COALESCE(model, lane), currency, count(*), count(*) FILTER (WHERE estimated),
                    sum(input_tokens), sum(cached_tokens), sum(output_tokens), sum(cost), sum(saved), sum(audio_ms)
                FROM gone GROUP BY tenant_id, day, kind, COALESCE(model, lane), currency
                ON CONFLICT (tenant_id, day, kind, model, currency) DO UPDATE SET calls = d.calls + EXCLUDED.calls,
                    estimated = d.estimated + EXCLUDED.estimated, input_tokens = d.input_tokens + EXCLUDED.input_tokens,
                    cached_tokens = d.cached_tokens + EXCLUDED.cached_tokens,
                    output_tokens = d.output_tokens + EXCLUDED.output_tokens, cost = d.cost + EXCLUDED.cost,
                    saved = d.saved + EXCLUDED.saved, audio_ms = d.audio_ms + EXCLUDED.audio_ms
            )
            SELECT count(*) AS gone FROM gone
            """;

    private final Statements statements;

    LedgerRepository(Statements statements) {
        this.statements = statements;
    }

    /** {@code most} is the maximum cost. */
    record Wish(Reservation reservation, Price price, Tokens tokens, Money most, String currency, Duration lapse) {}

    /** {@code standing} is approximate if refused. */
    record Reserved(boolean granted, SpendTotals totals) {}

    Uni<Void> note(TenantId tenant, Wish request) {
        return statements.of(tenant).run(NOTE, parameters(tenant, request, 19));
    }

    Uni<@Nullable Reserved> reserve(TenantId tenant, Wish request, Limits limits) {
        @Nullable
        Object[] parameters = parameters(tenant, request, 22);
        parameters[19] = limits.day() == null ? Long.MAX_VALUE : limits.day().nanos();
        parameters[20] = limits.month() == null ? Long.MAX_VALUE : limits.month().nanos();
        parameters[21] = limits.conversationTokens();
        return statements.of(tenant).row(RESERVE, row -> new Reserved(row.getBoolean("granted"),
                new SpendTotals(new Money(row.getLong("day_total")), new Money(row.getLong("month_total")),
                        row.getLong("tokens"))),
                parameters);
    }

    private static @Nullable Object[] parameters(TenantId tenant, Wish request, int count) {
        Reservation reservation = request.reservation();
        Call call = reservation.call();
        @Nullable
        Object[] known = {reservation.id(), tenant.value(), call.conversation(), call.answer(), call.attempt(),
                call.purpose().wire(), call.models().getFirst(), request.tokens().input(), request.tokens().output(),
                request.price().input(), request.price().cached(), request.price().output(), request.currency(),
                request.most().nanos(),
                reservation.day(), reservation.at(), request.lapse().toMillis(), request.tokens().audioMillis(),
                request.price().minute()};
        return Arrays.copyOf(known, count);
    }

    /** Returns the new totals, or null if everything was settled before. */
    Uni<@Nullable SpendTotals> settle(TenantId tenant, List<Entry> entries, String currency) {
        return statements.of(tenant).row(SETTLE,
                row -> new SpendTotals(new Money(row.getLong("day_total")), new Money(row.getLong("month_total")), 0),
                tenant.value(), column(entries, UUID[]::new, Entry::id),
                column(entries, UUID[]::new, Entry::conversation),
                column(entries, UUID[]::new, Entry::answer), column(entries, Integer[]::new, Entry::attempt),
                column(entries, String[]::new, entry -> entry.purpose().wire()),
                column(entries, String[]::new, Entry::lane), column(entries, String[]::new, Entry::model),
                column(entries, String[]::new, Entry::requestId),
                column(entries, Integer[]::new, entry -> entry.tokens().input()),
                column(entries, Integer[]::new, entry -> entry.tokens().cached()),
                column(entries, Integer[]::new, entry -> entry.tokens().output()),
                column(entries, Boolean[]::new, Entry::estimated),
                column(entries, Long[]::new, entry -> entry.price().input()),
                column(entries, Long[]::new, entry -> entry.price().cached()),
                column(entries, Long[]::new, entry -> entry.price().output()),
                column(entries, Long[]::new, entry -> entry.cost().nanos()),
                column(entries, Long[]::new, entry -> entry.saved().nanos()),
                column(entries, Long[]::new, Entry::latencyMillis), column(entries, Integer[]::new, Entry::tries),
                column(entries, String[]::new, Entry::outcome), column(entries, LocalDate[]::new, Entry::day),
                column(entries, OffsetDateTime[]::new, entry -> entry.at().atOffset(ZoneOffset.UTC)), currency,
                column(entries, Integer[]::new, entry -> entry.tokens().audioMillis()),
                column(entries, Long[]::new, entry -> entry.price().minute()));
    }

    private static <T> T[] column(List<Entry> entries, IntFunction<T[]> array,
            Function<Entry, @Nullable T> value) {
        return entries.stream().map(value).toArray(array);
    }

    record Lapse(TenantId tenant, Entry entry) {}

    /** Settles overdue reservations at their full amount. */
    Uni<List<Lapse>> lapsed(int max) {
        return statements.ofEveryTenant().rows(LAPSED, LedgerRepository::toLapse, (long) max);
    }

    private static Lapse toLapse(Row row) {
        Entry entry = new Entry(row.getUUID("id"), row.getUUID("conversation_id"), row.getUUID("answer_id"),
                row.getInteger("attempt"),
                Purpose.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("lane"), null, null,
                new Tokens(row.getInteger("input_tokens"), row.getInteger("cached_tokens"),
                        row.getInteger("output_tokens"), row.getInteger("audio_ms")),
                true,
                new Price(row.getLong("input_price"), row.getLong("cached_price"), row.getLong("output_price"),
                        row.getLong("minute_price")),
                new Money(row.getLong("cost")), Money.ZERO, 0,
                0,
                Entry.LAPSED, row.getLocalDate("day"), row.getOffsetDateTime("at").toInstant());
        return new Lapse(new TenantId(row.getUUID("tenant_id")), entry);
    }

    /** Conversations with calls before then, ordered, for paging. */
    Uni<List<UUID>> conversations(TenantId tenant, Instant before, UUID after, int max) {
        return statements.of(tenant).rows("""
                SELECT DISTINCT conversation_id FROM spend_call
                WHERE tenant_id = $1 AND at < $2 AND outcome <> 'reserved' AND conversation_id > $3
                ORDER BY conversation_id LIMIT $4""", row -> row.getUUID("conversation_id"), tenant.value(), before,
                after, (long) max);
    }

    /** Condenses old calls, without a conversation or of these, into sums. Returns their number. */
    Uni<Integer> condense(TenantId tenant, Instant before, Collection<UUID> gone, int batch) {
        return statements.of(tenant).row(CONDENSE, row -> row.getLong("gone").intValue(), tenant.value(), before,
                (long) batch, gone.toArray(UUID[]::new));
    }
}
