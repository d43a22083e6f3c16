-- What is told to webhooks. Triggers rather than a line in every statement that writes: none can forget it, and shops without webhooks pay
-- one look into an index. Flyway runs this file again whenever it has changed, after all numbered migrations: change it here, never in a copy.

CREATE OR REPLACE FUNCTION webhook_time(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE OR REPLACE FUNCTION webhook_tell(of_tenant uuid, in_conversation uuid, named text, happened timestamptz, data json) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO webhook_delivery (webhook_id, tenant_id, conversation_id, event, body, happened_at, due_at)
    SELECT id, tenant_id, in_conversation, named,
        json_build_object('type', named, 'timestamp', webhook_time(happened), 'data', json_strip_nulls(data)), happened, happened
    FROM webhook WHERE tenant_id = of_tenant AND named = ANY (events)
$$;

CREATE OR REPLACE FUNCTION webhook_visitor(of_tenant uuid, visitor uuid) RETURNS json LANGUAGE sql STABLE AS $$
    SELECT json_build_object('id', id, 'external_id', external_id) FROM visitor v WHERE v.tenant_id = of_tenant AND v.id = visitor
$$;

CREATE OR REPLACE FUNCTION webhook_conversation_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM webhook WHERE tenant_id = NEW.tenant_id) THEN
        RETURN NULL;
    END IF;
    named := CASE WHEN TG_OP = 'INSERT' THEN 'created'
        ELSE CASE NEW.state WHEN 'waiting' THEN 'handoff_requested' WHEN 'with_agent' THEN 'claimed' WHEN 'closed' THEN 'closed'
            ELSE CASE WHEN NEW.handed_off_at IS DISTINCT FROM OLD.handed_off_at THEN 'handoff_requested' END END END;
    IF named IS NOT NULL THEN
        PERFORM webhook_tell(NEW.tenant_id, NEW.id, 'conversation.' || named, NEW.last_activity_at, json_build_object(
            'conversation', json_build_object('id', NEW.id, 'state', NEW.state, 'epoch', NEW.epoch, 'last_seq', NEW.last_seq,
                'locale', NEW.locale, 'page', NEW.page, 'attributes', NEW.attributes::json, 'created_at', webhook_time(NEW.created_at)),
            'visitor', webhook_visitor(NEW.tenant_id, NEW.visitor_id),
            'agent', NEW.agent_id,
            'reason', CASE WHEN named = 'handoff_requested' THEN COALESCE(NEW.handoff_reason, NEW.handoff_code) END,
            'summary', CASE WHEN named = 'handoff_requested' THEN NEW.handoff_summary END,
            'by', CASE WHEN named = 'handoff_requested' THEN NEW.handoff_by END));
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER webhook_created AFTER INSERT ON conversation
    FOR EACH ROW EXECUTE FUNCTION webhook_conversation_event();

CREATE OR REPLACE TRIGGER webhook_owner_changed AFTER UPDATE ON conversation
    FOR EACH ROW WHEN (NEW.state <> OLD.state OR NEW.agent_id IS DISTINCT FROM OLD.agent_id
        OR NEW.handed_off_at IS DISTINCT FROM OLD.handed_off_at)
    EXECUTE FUNCTION webhook_conversation_event();

CREATE OR REPLACE FUNCTION webhook_message_event() RETURNS trigger LANGUAGE plpgsql AS $$
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
            'sources', CASE WHEN NEW.sources <> '[]' THEN NEW.sources::json END,
            'cards', CASE WHEN NEW.cards <> '[]' THEN NEW.cards::json END,
            'attachments', CASE WHEN NEW.attachments <> '[]' THEN NEW.attachments::json END,
            'recording', CASE WHEN NEW.recording IS NOT NULL THEN jsonb_strip_nulls(
                (NEW.recording::jsonb - 'peaks') || jsonb_build_object('heard', NEW.heard)) END)));
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

CREATE OR REPLACE TRIGGER webhook_message AFTER INSERT ON message
    FOR EACH ROW EXECUTE FUNCTION webhook_message_event();
