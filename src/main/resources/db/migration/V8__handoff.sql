-- What the people who answer need to know of a conversation, and what they tell each other about it.

ALTER TABLE conversation
    ADD COLUMN labels         text[] NOT NULL DEFAULT '{}',
    -- 0 low, 1 normal, 2 high, 3 urgent.
    ADD COLUMN priority       smallint NOT NULL DEFAULT 1 CHECK (priority BETWEEN 0 AND 3),
    -- Out of sight until then, or until the visitor writes.
    ADD COLUMN snoozed_until  timestamptz,
    -- Why a person was asked for last, in the asker's words.
    ADD COLUMN handoff_reason text,
    -- For reports: when a person was asked for last, and when it ended last.
    ADD COLUMN handed_off_at  timestamptz,
    ADD COLUMN closed_at      timestamptz,
    -- What a supervisor wants the bot to know for its next answer, and whether answers wait to be approved.
    ADD COLUMN whisper        text,
    ADD COLUMN whispered_at   timestamptz,
    ADD COLUMN held           boolean NOT NULL DEFAULT false;
-- An answer that waits to be approved: finish 'held', its text in partial_text, and what it would have become.
ALTER TABLE answer
    ADD COLUMN held_finish  text,
    ADD COLUMN held_sources text,
    ADD COLUMN held_name    text;
CREATE INDEX answer_held ON answer (conversation_id) WHERE finish = 'held';
-- Who wrote an agent's line; the name beside it is the one of that day.
ALTER TABLE message ADD COLUMN agent_id uuid;

-- One index for each view of the inbox, newest first. The open ones are few; the closed ones are what grows.
CREATE INDEX conversation_inbox_mine ON conversation (tenant_id, agent_id, last_activity_at DESC, id DESC) WHERE state = 'with_agent';
CREATE INDEX conversation_inbox_waiting ON conversation (tenant_id, last_activity_at DESC, id DESC) WHERE state = 'waiting';
CREATE INDEX conversation_inbox_with_bot ON conversation (tenant_id, last_activity_at DESC, id DESC) WHERE state = 'with_bot';
CREATE INDEX conversation_inbox_open ON conversation (tenant_id, last_activity_at DESC, id DESC) WHERE state <> 'closed';
CREATE INDEX conversation_inbox_closed ON conversation (tenant_id, last_activity_at DESC, id DESC) WHERE state = 'closed';
CREATE INDEX conversation_inbox_snoozed ON conversation (tenant_id, last_activity_at DESC, id DESC)
    WHERE state <> 'closed' AND snoozed_until IS NOT NULL;
CREATE INDEX conversation_labelled ON conversation USING gin (labels) WHERE labels <> '{}';

-- How far an agent has read.
CREATE TABLE conversation_read (
    conversation_id  uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    agent_id         uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    tenant_id        uuid NOT NULL,
    seq              bigint NOT NULL,
    PRIMARY KEY (conversation_id, agent_id)
);

-- Not among the messages: what no statement for visitors, shops, webhooks or prompts can find there, none of them can tell.
CREATE TABLE note (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    conversation_id  uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    agent_id         uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    client_note_id   uuid NOT NULL,
    text             text NOT NULL,
    -- Colleagues who should look.
    mentions         uuid[] NOT NULL DEFAULT '{}',
    -- The conversation's newest message when the note was written: where it stands in the thread.
    after_seq        bigint NOT NULL,
    at               timestamptz NOT NULL,
    UNIQUE (conversation_id, agent_id, client_note_id)
);
CREATE INDEX note_of_conversation ON note (conversation_id, id);

-- What an agent has begun to write; whoever opens the console elsewhere goes on.
CREATE TABLE draft (
    conversation_id  uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
    agent_id         uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    tenant_id        uuid NOT NULL,
    text             text NOT NULL,
    at               timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, agent_id)
);

-- How long visitors waited for a person: what estimates are made of.
CREATE TABLE handoff_wait (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    waited_ms   bigint NOT NULL,
    claimed_at  timestamptz NOT NULL
);
CREATE INDEX handoff_wait_recent ON handoff_wait (tenant_id, claimed_at DESC);

CREATE TABLE label (
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    name       text NOT NULL,
    color      text NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE canned_answer (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- What is typed after the slash.
    shortcut    text NOT NULL,
    text        text NOT NULL,
    updated_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, shortcut)
);

-- Hours, and what happens when nobody is there; a shop without a row has the defaults.
CREATE TABLE handoff_settings (
    tenant_id  uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    settings   text NOT NULL
);

-- One row for each open socket of the console, renewed by its replica: who is there, for all replicas.
CREATE TABLE agent_presence (
    id        uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    agent_id  uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    -- The conversation on the screen.
    watching  uuid,
    -- By the database's clock, the only one that all replicas share.
    seen_at   timestamptz NOT NULL
);
CREATE INDEX agent_presence_of_tenant ON agent_presence (tenant_id, seen_at);
