-- What a shop lets its bot look up or do, and the cards that come of it.

CREATE TABLE tool (
    id           uuid PRIMARY KEY,
    tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    name         text NOT NULL,
    -- A JSON object, without the secret.
    settings     text NOT NULL,
    sealed_auth  text,
    UNIQUE (tenant_id, name)
);

-- An action that waits for the visitor's yes.
CREATE TABLE tool_pending (
    conversation_id  uuid PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    tenant_id        uuid NOT NULL,
    tool_id          uuid NOT NULL REFERENCES tool ON DELETE CASCADE,
    arguments        text NOT NULL,
    asked_at         timestamptz NOT NULL
);
CREATE INDEX tool_pending_of_tool ON tool_pending (tool_id);

-- A JSON array; what stands on a card never went through the model.
ALTER TABLE message ADD COLUMN cards text NOT NULL DEFAULT '[]';
ALTER TABLE answer ADD COLUMN held_cards text NOT NULL DEFAULT '[]';

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
            'cards', CASE WHEN NEW.cards <> '[]' THEN NEW.cards::json END)));
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
