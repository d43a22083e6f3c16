-- Why a person was asked for, as agents see it before they read the conversation.

ALTER TABLE conversation
    -- A name such as 'asked' or 'unanswered'; handoff_reason has the asker's own words, if any.
    ADD COLUMN handoff_code    text,
    ADD COLUMN handoff_summary text,
    ADD COLUMN handoff_by      text CHECK (handoff_by IN ('visitor', 'bot', 'rule', 'shop')),
    -- With which the visitor began to wait: a summary that comes later is for that handover alone.
    ADD COLUMN handoff_epoch   integer;

-- Until now only a visitor or a shop could ask, and nobody noted which of them.
UPDATE conversation SET handoff_code = 'asked', handoff_by = 'visitor' WHERE handed_off_at IS NOT NULL;

-- A person may be needed while none is there: the state stays, and the shop hears of it all the same.
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
DROP TRIGGER webhook_owner_changed ON conversation;
CREATE TRIGGER webhook_owner_changed AFTER UPDATE ON conversation
    FOR EACH ROW WHEN (NEW.state <> OLD.state OR NEW.agent_id IS DISTINCT FROM OLD.agent_id
        OR NEW.handed_off_at IS DISTINCT FROM OLD.handed_off_at)
    EXECUTE FUNCTION webhook_conversation_event();
