-- Files that go with messages. They live and die with their conversation.
CREATE TABLE attachment (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL,
    conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    -- The message that it went with; null while its uploader has not sent it.
    seq             bigint,
    -- An agent.
    uploader        uuid NOT NULL,
    name            text NOT NULL,
    type            text NOT NULL,
    size            integer NOT NULL,
    content         bytea NOT NULL,
    created_at      timestamptz NOT NULL
);
-- Not compressed, so that a piece of it is read without the rest: pictures do not get smaller anyway.
ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX attachment_of_conversation ON attachment (conversation_id, tenant_id);
CREATE INDEX attachment_unsent ON attachment (created_at) WHERE seq IS NULL;

-- What a message shows of its files, as JSON, so that threads are read without a join.
ALTER TABLE message ADD COLUMN attachments text NOT NULL DEFAULT '[]';
