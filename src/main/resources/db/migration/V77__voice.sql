-- What visitors record, until nobody needs it any more.
CREATE TABLE recording (
    tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- The client's: an upload that is sent again is the same recording.
    id              uuid NOT NULL,
    -- Whose it is while it is unsent; a visitor may record before the first conversation begins.
    visitor_id      uuid REFERENCES visitor ON DELETE CASCADE,
    -- Where it was sent, or where the shop put it.
    conversation_id uuid REFERENCES conversation ON DELETE CASCADE,
    -- The client's id of the message that it goes with; null while it is unsent.
    sent_as         uuid,
    format          text NOT NULL,
    millis          bigint NOT NULL,
    size            bigint NOT NULL,
    -- How loud it is, piece by piece, as the recording browser measured it: digits.
    peaks           text,
    -- Opens the pieces of its sound, itself sealed with the service's key; null: the sound is not kept.
    sealed_key      text,
    -- What was heard; null as long as nothing was.
    heard           text,
    language        text,
    -- Who has it heard this moment, by the database's clock: it is paid once, whoever asks again meanwhile.
    hearer          uuid,
    hearing_until   timestamptz,
    created_at      timestamptz NOT NULL,
    keep_until      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (visitor_id IS NOT NULL OR conversation_id IS NOT NULL)
);
CREATE INDEX recording_of_visitor ON recording (visitor_id) WHERE visitor_id IS NOT NULL;
CREATE INDEX recording_of_conversation ON recording (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX recording_by_age ON recording (tenant_id, created_at);

-- Its sound, in pieces, each of them sealed.
CREATE TABLE recording_piece (
    tenant_id    uuid NOT NULL,
    recording_id uuid NOT NULL,
    n            integer NOT NULL,
    content      bytea NOT NULL,
    PRIMARY KEY (tenant_id, recording_id, n),
    FOREIGN KEY (tenant_id, recording_id) REFERENCES recording ON DELETE CASCADE
);
-- What is sealed does not get smaller.
ALTER TABLE recording_piece ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE message
    -- What a message shows of its recording, as JSON, so that threads are read without a join.
    ADD COLUMN recording    text,
    -- What was heard in it, where the visitor sent something else.
    ADD COLUMN heard        text,
    -- For agents: the message in other languages, as JSON by language tag.
    ADD COLUMN translations text;
-- Few messages have one, so that the others need not be written anew for it.
CREATE INDEX message_heard ON message USING gin (search_words(tenant_id, text || ' ' || heard)) WHERE heard IS NOT NULL;

ALTER TABLE spend_call DROP CONSTRAINT spend_call_kind_check;
ALTER TABLE spend_call ADD CONSTRAINT spend_call_kind_check
    CHECK (kind IN ('chat', 'rewrite', 'summary', 'translation', 'embedding', 'moderation', 'speech', 'audio', 'faq'));

ALTER TABLE purge_run ADD COLUMN recordings bigint NOT NULL DEFAULT 0;
ALTER TABLE erasure ADD COLUMN recordings bigint NOT NULL DEFAULT 0;

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
