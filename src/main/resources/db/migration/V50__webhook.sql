-- What happens in conversations, told to the shops' own servers.

CREATE TABLE webhook (
    id             uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    url            text NOT NULL,
    events         text[] NOT NULL,
    sealed_secret  text NOT NULL,
    -- Signs beside the new one until then.
    sealed_former  text,
    former_until   timestamptz,
    created_at     timestamptz NOT NULL,
    -- Null while events are delivered.
    paused_at      timestamptz,
    pause_reason   text CHECK (pause_reason IN ('by_hand', 'gone', 'failing', 'no_secret')),
    -- In a row, without a delivery between them.
    failures       integer NOT NULL DEFAULT 0,
    failing_since  timestamptz,
    -- A server that fails is asked again one event at a time, ever more seldom.
    rests_until    timestamptz
);
CREATE INDEX webhook_of_tenant ON webhook (tenant_id);

-- The outbox and the log. The row is written by the very statement that makes the event; it goes with its conversation.
CREATE TABLE webhook_delivery (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    -- Rises in the order of events: whoever writes in a conversation holds its lock.
    position         bigint GENERATED ALWAYS AS IDENTITY,
    webhook_id       uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
    tenant_id        uuid NOT NULL,
    conversation_id  uuid REFERENCES conversation ON DELETE CASCADE,
    event            text NOT NULL,
    -- Exactly as sent, every time.
    body             text NOT NULL,
    happened_at      timestamptz NOT NULL,
    outcome          text NOT NULL DEFAULT 'pending' CHECK (outcome IN ('pending', 'delivered', 'failed')),
    attempts         integer NOT NULL DEFAULT 0,
    -- Failures, and the first of them, since it happened or was asked for again.
    tries            integer NOT NULL DEFAULT 0,
    failing_since    timestamptz,
    due_at           timestamptz NOT NULL,
    lease_owner      uuid,
    lease_until      timestamptz
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, position) WHERE outcome = 'pending';
CREATE INDEX webhook_delivery_in_line ON webhook_delivery (webhook_id, conversation_id, position) WHERE outcome = 'pending';
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, position DESC);
CREATE INDEX webhook_delivery_of_conversation ON webhook_delivery (conversation_id);
CREATE INDEX webhook_delivery_by_age ON webhook_delivery (happened_at);

CREATE TABLE webhook_attempt (
    delivery_id  uuid NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    n            integer NOT NULL,
    at           timestamptz NOT NULL,
    millis       bigint NOT NULL,
    -- Null when there was no answer.
    status       integer,
    error        text,
    response     text,
    PRIMARY KEY (delivery_id, n)
);

-- Triggers rather than a line in every statement that writes: none can forget it, and shops without webhooks pay one look into an index.

CREATE FUNCTION webhook_time(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE FUNCTION webhook_tell(of_tenant uuid, in_conversation uuid, named text, happened timestamptz, data json) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO webhook_delivery (webhook_id, tenant_id, conversation_id, event, body, happened_at, due_at)
    SELECT id, tenant_id, in_conversation, named,
        json_build_object('type', named, 'timestamp', webhook_time(happened), 'data', json_strip_nulls(data)), happened, happened
    FROM webhook WHERE tenant_id = of_tenant AND named = ANY (events)
$$;

CREATE FUNCTION webhook_visitor(of_tenant uuid, visitor uuid) RETURNS json LANGUAGE sql STABLE AS $$
    SELECT json_build_object('id', id, 'external_id', external_id) FROM visitor v WHERE v.tenant_id = of_tenant AND v.id = visitor
$$;

CREATE FUNCTION webhook_conversation_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM webhook WHERE tenant_id = NEW.tenant_id) THEN
        RETURN NULL;
    END IF;
    named := CASE WHEN TG_OP = 'INSERT' THEN 'created'
        ELSE CASE NEW.state WHEN 'waiting' THEN 'handoff_requested' WHEN 'with_agent' THEN 'claimed' WHEN 'closed' THEN 'closed' END END;
    IF named IS NOT NULL THEN
        PERFORM webhook_tell(NEW.tenant_id, NEW.id, 'conversation.' || named, NEW.last_activity_at, json_build_object(
            'conversation', json_build_object('id', NEW.id, 'state', NEW.state, 'epoch', NEW.epoch, 'last_seq', NEW.last_seq,
                'locale', NEW.locale, 'page', NEW.page, 'attributes', NEW.attributes::json, 'created_at', webhook_time(NEW.created_at)),
            'visitor', webhook_visitor(NEW.tenant_id, NEW.visitor_id),
            'agent', NEW.agent_id,
            'reason', CASE WHEN NEW.state = 'waiting' THEN NEW.handoff_reason END));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER webhook_created AFTER INSERT ON conversation
    FOR EACH ROW EXECUTE FUNCTION webhook_conversation_event();
CREATE TRIGGER webhook_owner_changed AFTER UPDATE ON conversation
    FOR EACH ROW WHEN (NEW.state <> OLD.state OR NEW.agent_id IS DISTINCT FROM OLD.agent_id)
    EXECUTE FUNCTION webhook_conversation_event();

CREATE FUNCTION webhook_message_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about conversation;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM webhook WHERE tenant_id = NEW.tenant_id) THEN
        RETURN NULL;
    END IF;
    SELECT * INTO about FROM conversation WHERE id = NEW.conversation_id AND tenant_id = NEW.tenant_id;
    PERFORM webhook_tell(NEW.tenant_id, NEW.conversation_id, 'message.created', NEW.at, json_build_object(
        'conversation', json_build_object('id', about.id, 'state', about.state),
        'visitor', webhook_visitor(about.tenant_id, about.visitor_id),
        'message', json_build_object('seq', NEW.seq, 'author', NEW.author, 'name', NEW.author_name, 'agent', NEW.agent_id,
            'text', NEW.text, 'at', webhook_time(NEW.at), 'client_id', NEW.client_message_id, 'finish', NEW.finish,
            'sources', CASE WHEN NEW.sources <> '[]' THEN NEW.sources::json END)));
    IF NEW.finish = 'no_answer' THEN
        PERFORM webhook_tell(NEW.tenant_id, NEW.conversation_id, 'faq.unanswered', NEW.at, json_build_object(
            'conversation', json_build_object('id', about.id, 'state', about.state),
            'visitor', webhook_visitor(about.tenant_id, about.visitor_id),
            'seq', NEW.seq,
            'locale', about.locale,
            'question', (SELECT text FROM message WHERE conversation_id = NEW.conversation_id AND author = 'visitor' AND seq < NEW.seq
                ORDER BY seq DESC LIMIT 1)));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER webhook_message AFTER INSERT ON message
    FOR EACH ROW EXECUTE FUNCTION webhook_message_event();
