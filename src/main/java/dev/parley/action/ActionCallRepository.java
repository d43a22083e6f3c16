package dev.parley.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall.State;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Each change of state names the previous state, so one of two concurrent changes succeeds. */
@ApplicationScoped
class ActionCallRepository {
    private static final String COLUMNS = " id, tool_id, name, arguments, question, state, tries, outcome, told, card, status, millis,"
            + " begun_at > now() - INTERVAL '12 seconds' AS fresh ";

    private static final String ASK = """
            WITH former AS (
                DELETE FROM action_call WHERE tenant_id = $1 AND conversation_id = $2 AND state = 'asked'
            )
            INSERT INTO action_call (id, tenant_id, conversation_id, place, tool_id, name, arguments, question, state, asked_at)
            SELECT id, $1, $2, place, tool, name, arguments, $7, 'asked', $8
            FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY AS calls (id, tool, name, arguments, place)
            RETURNING id
            """;

    /** Questions from before the conversation was closed must be asked again. */
    private static final String AGREE = """
            WITH agreed AS (
                UPDATE action_call SET state = 'agreed', answer_id = $3, agreed_seq = $4, answered_at = $5
                WHERE tenant_id = $1 AND conversation_id = $2 AND state = 'asked' AND asked_at > $6
                  AND asked_at > COALESCE(CAST($8 AS timestamptz), '-infinity')
                  AND position(question IN $7) > 0
                RETURNING *
            )
            SELECT""" + COLUMNS + "FROM agreed ORDER BY place";

    private static final String DECLINE = """
            UPDATE action_call SET state = 'declined', answered_at = $3
            WHERE tenant_id = $1 AND conversation_id = $2 AND state = 'asked' AND position(question IN $4) > 0
            RETURNING id
            """;

    private static final String ASK_AGAIN = """
            UPDATE action_call SET asked_at = $3
            WHERE tenant_id = $1 AND conversation_id = $2 AND state = 'asked' AND asked_at > $4
            RETURNING question
            """;

    private static final String OF_ANSWER = "SELECT" + COLUMNS
            + "FROM action_call WHERE tenant_id = $1 AND answer_id = $2 ORDER BY agreed_seq NULLS LAST, begun_at, place";

    private static final String FIND = "SELECT" + COLUMNS + "FROM action_call WHERE tenant_id = $1 AND id = $2";

    private static final String ADD = """
            INSERT INTO action_call (id, tenant_id, conversation_id, answer_id, place, tool_id, name, arguments, state, begun_at, tries)
            VALUES ($2, $1, $3, $4, 0, $5, $6, $7, 'performing', now(), 1)
            ON CONFLICT (id) DO NOTHING RETURNING id
            """;

    private static final String BEGIN = """
            UPDATE action_call SET state = 'performing', begun_at = now(), tries = tries + 1
            WHERE tenant_id = $1 AND id = $2 AND tries = $3 AND state IN ('agreed', 'performing')
            RETURNING id
            """;

    /** A late result is better than none. */
    private static final String END = """
            UPDATE action_call SET state = 'ended', outcome = $3, told = $4, card = $5, status = $6, millis = $7, ended_at = $8
            WHERE tenant_id = $1 AND id = $2 AND (state IN ('agreed', 'performing') OR outcome = 'unknown')
            RETURNING id
            """;

    private static final String LIST = """
            WITH newest AS (
                SELECT * FROM action_call WHERE tenant_id = $1 AND conversation_id = $2
                ORDER BY COALESCE(asked_at, begun_at) DESC, place DESC LIMIT $3
            )
            SELECT id, name, arguments, question <> '' AS with_question, state, CASE WHEN outcome IS NULL AND state = 'performing'
                    AND begun_at < now() - INTERVAL '1 minute' THEN 'unknown' ELSE outcome END AS outcome, status, asked_at, answered_at,
                agreed_seq, begun_at, tries, ended_at, conversation_id
            FROM newest ORDER BY COALESCE(asked_at, begun_at), place
            """;

    private final Statements statements;

    ActionCallRepository(Statements statements) {
        this.statements = statements;
    }

    record Asked(UUID id, UUID action, String name, String arguments) {}

    /** Replaces what waited before. */
    Uni<Void> ask(TenantId tenant, UUID conversation, List<Asked> calls, String question, Instant now) {
        return statements.of(tenant).run(ASK, tenant.value(), conversation,
                calls.stream().map(Asked::id).toArray(UUID[]::new),
                calls.stream().map(Asked::action).toArray(UUID[]::new),
                calls.stream().map(Asked::name).toArray(String[]::new),
                calls.stream().map(Asked::arguments).toArray(String[]::new), question, now);
    }

    /** Consent to what the bot's last words ({@code said}) asked, after the conversation was last {@code closed}. */
    Uni<List<ActionCall>> agree(TenantId tenant, ActionCalls.Doing by, Instant now, Instant oldest, String said,
            @Nullable Instant closed) {
        return statements.of(tenant).rows(AGREE, ActionCallRepository::toCall, tenant.value(), by.conversation(),
                by.answer(), by.question(), now, oldest, said, closed);
    }

    Uni<Boolean> decline(TenantId tenant, UUID conversation, Instant now, String said) {
        return statements.of(tenant).any(DECLINE, tenant.value(), conversation, now, said);
    }

    /** Null if nothing waits. */
    Uni<@Nullable String> askAgain(TenantId tenant, UUID conversation, Instant now, Instant oldest) {
        return statements.of(tenant).row(ASK_AGAIN, row -> row.getString("question"), tenant.value(), conversation, now,
                oldest);
    }

    Uni<List<ActionCall>> ofAnswer(TenantId tenant, UUID answer) {
        return statements.of(tenant).rows(OF_ANSWER, ActionCallRepository::toCall, tenant.value(), answer);
    }

    Uni<@Nullable ActionCall> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row(FIND, ActionCallRepository::toCall, tenant.value(), id);
    }

    /** False if it exists. */
    Uni<Boolean> add(TenantId tenant, ActionCalls.Doing by, UUID id, Action action, String arguments) {
        return statements.of(tenant).any(ADD, tenant.value(), id, by.conversation(), by.answer(),
                action.id(), action.name(), arguments);
    }

    /** True if the caller may send it as the attempt after {@code tries}. */
    Uni<Boolean> begin(TenantId tenant, UUID id, int tries) {
        return statements.of(tenant).any(BEGIN, tenant.value(), id, tries);
    }

    Uni<Void> end(TenantId tenant, UUID id, ActionResult result, Instant now) {
        return statements.of(tenant).run(END, tenant.value(), id, result.outcome().wire(),
                result.told(), result.card(), result.status(), result.millis(), now);
    }

    Uni<List<ActionRecord>> list(TenantId tenant, UUID conversation, int max) {
        return statements.of(tenant).rows(LIST,
                row -> new ActionRecord(row.getUUID("id"), row.getString("name"), row.getString("arguments"),
                        row.getBoolean("with_question"), row.getString("state"), row.getString("outcome"),
                        row.getInteger("status"),
                        Statements.instant(row, "asked_at"),
                        Statements.instant(row, "answered_at"), row.getLong("agreed_seq"),
                        Statements.instant(row, "begun_at"), row.getInteger("tries"),
                        Statements.instant(row, "ended_at"), row.getUUID("conversation_id")),
                tenant.value(), conversation, (long) max);
    }

    private static ActionCall toCall(Row row) {
        String outcome = row.getString("outcome");
        ActionResult result = outcome == null
                ? null
                : new ActionResult(ActionResult.Outcome.of(outcome), row.getString("told"), row.getString("card"),
                        row.getInteger("status"), row.getLong("millis"));
        return new ActionCall(row.getUUID("id"), row.getUUID("tool_id"), row.getString("name"),
                row.getString("arguments"), row.getString("question"),
                State.of(row.getString("state")), row.getInteger("tries"), Boolean.TRUE.equals(row.getBoolean("fresh")),
                result);
    }
}
