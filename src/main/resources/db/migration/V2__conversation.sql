-- Conversations, their numbered messages, and the bot's answers while and after they are written.

CREATE TABLE conversation (
    id                uuid PRIMARY KEY,
    tenant_id         uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    visitor_id        uuid NOT NULL REFERENCES visitor ON DELETE CASCADE,
    state             text NOT NULL CHECK (state IN ('with_bot', 'waiting', 'with_agent', 'closed')),
    agent_id          uuid,
    -- Raised by every change of owner; a bot write with an old epoch changes nothing.
    epoch             integer NOT NULL DEFAULT 1,
    last_seq          bigint NOT NULL DEFAULT 0,
    -- The newest message of the visitor that an answer must cover.
    last_question_seq bigint NOT NULL DEFAULT 0,
    locale            text,
    page              text,
    attributes        text NOT NULL DEFAULT '{}',
    waiting_since     timestamptz,
    -- The newest message that the visitor is known to have seen.
    visitor_seen_seq  bigint NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL,
    last_activity_at  timestamptz NOT NULL
);
CREATE INDEX conversation_of_visitor ON conversation (tenant_id, visitor_id, id DESC);
CREATE INDEX conversation_by_activity ON conversation (tenant_id, last_activity_at);
CREATE INDEX conversation_waiting ON conversation (tenant_id, waiting_since) WHERE state = 'waiting';

CREATE TABLE message (
    conversation_id    uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    seq                bigint NOT NULL,
    tenant_id          uuid NOT NULL,
    author             text NOT NULL CHECK (author IN ('visitor', 'bot', 'agent', 'system')),
    author_name        text,
    text               text NOT NULL,
    client_message_id  uuid,
    finish             text,
    sources            text NOT NULL DEFAULT '[]',
    page               text,
    rating             text CHECK (rating IN ('up', 'down')),
    rating_comment     text,
    at                 timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, author, client_message_id)
);

CREATE TABLE answer (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL,
    conversation_id  uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    epoch            integer NOT NULL,
    attempt          integer NOT NULL DEFAULT 1,
    -- The newest visitor's message that this attempt answers.
    question_seq     bigint NOT NULL,
    -- The oldest; earlier ones have been answered, or were for somebody else.
    first_question_seq bigint NOT NULL,
    lease_owner      uuid,
    lease_until      timestamptz,
    partial_text     text NOT NULL DEFAULT '',
    -- Null while running.
    finish           text,
    -- The message that it became; null where it became none.
    message_seq      bigint,
    evidence         text,
    started_at       timestamptz NOT NULL,
    finished_at      timestamptz
);
-- At most one answer runs in a conversation.
CREATE UNIQUE INDEX answer_running ON answer (conversation_id) WHERE finish IS NULL;
CREATE INDEX answer_lapsed ON answer (lease_until) WHERE finish IS NULL;
CREATE INDEX answer_of_conversation ON answer (conversation_id);
