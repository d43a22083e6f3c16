-- Which chat of a client's program a conversation is: by the chat's id, where the program sends one, else by what was said in it so far.
-- Both are hashes: neither ids nor words of others are kept here.
CREATE TABLE client_chat (
    conversation_id uuid PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    chat            text,
    said            text NOT NULL,
    updated_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX client_chat_by_chat ON client_chat (tenant_id, chat) WHERE chat IS NOT NULL;
CREATE INDEX client_chat_by_said ON client_chat (tenant_id, said, updated_at DESC);
