-- Calls of actions that change something or that a visitor is asked about. Each is written before anything is done, so that whoever takes an
-- answer up again knows what was agreed to, what may be under way, and what came of it.

CREATE TABLE action_call (
    -- Also the Idempotency-Key that the shop's server gets: the same however often it is tried.
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL,
    conversation_id  uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    -- The answer for which it is done; null while the visitor has not agreed.
    answer_id        uuid,
    -- Among the calls of one question or one answer.
    place            integer NOT NULL,
    -- The action may have been deleted since.
    tool_id          uuid NOT NULL,
    name             text NOT NULL,
    -- JSON, as the model gave them: what the visitor agrees to.
    arguments        text NOT NULL,
    -- The words in which the visitor was asked; empty where nobody was.
    question         text NOT NULL DEFAULT '',
    state            text NOT NULL CHECK (state IN ('asked', 'declined', 'agreed', 'performing', 'ended')),
    asked_at         timestamptz,
    answered_at      timestamptz,
    -- The visitor's message that says yes.
    agreed_seq       bigint,
    -- Since when it is under way, by the database's clock; and how often it has been sent.
    begun_at         timestamptz,
    tries            integer NOT NULL DEFAULT 0,
    outcome          text,
    told             text,
    card             text,
    status           integer,
    millis           bigint,
    ended_at         timestamptz
);
CREATE INDEX action_call_of_conversation ON action_call (conversation_id, id);
CREATE INDEX action_call_of_answer ON action_call (answer_id) WHERE answer_id IS NOT NULL;

ALTER TABLE action_call ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON action_call USING (
    tenant_id = (SELECT CAST(NULLIF(NULLIF(current_setting('parley.tenant', true), '*'), '') AS uuid))
    OR (SELECT current_setting('parley.tenant', true) = '*'));

-- What waited there waited for a quarter of an hour at most.
DROP TABLE tool_pending;
