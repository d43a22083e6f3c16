-- A message that is nothing but a file told nothing to those who listen: `message.created` names the files as REST and the sockets do.
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
            'attachments', CASE WHEN NEW.attachments <> '[]' THEN NEW.attachments::json END)));
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
