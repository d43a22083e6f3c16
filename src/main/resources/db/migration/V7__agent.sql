-- The people who answer for a shop, how they sign in, and what holds guessing back.

CREATE TABLE agent (
    id                uuid PRIMARY KEY,
    tenant_id         uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- In lower case. Unique within a shop: that another shop has the same person is nobody's business.
    email             text NOT NULL,
    name              text NOT NULL,
    role              text NOT NULL CHECK (role IN ('agent', 'supervisor', 'administrator')),
    -- Argon2id in the PHC string format; null until an invitation is accepted.
    password_hash     text,
    -- The agent's own wish not to be given work.
    away              boolean NOT NULL DEFAULT false,
    -- Conversations that are given to the agent at most at a time; null: the shop's default.
    capacity          integer CHECK (capacity >= 0),
    -- Labels and languages that the agent knows.
    skills            text[] NOT NULL DEFAULT '{}',
    -- A JSON object of the console's own making.
    preferences       text NOT NULL DEFAULT '{}',
    last_assigned_at  timestamptz,
    created_at        timestamptz NOT NULL,
    disabled_at       timestamptz,
    UNIQUE (tenant_id, email)
);
CREATE INDEX agent_by_email ON agent (email);

CREATE TABLE agent_session (
    id            uuid PRIMARY KEY,
    tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    agent_id      uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    -- SHA-256 of a token with 256 random bits.
    token_hash    bytea NOT NULL UNIQUE,
    user_agent    text,
    created_at    timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    revoked_at    timestamptz
);
CREATE INDEX agent_session_of_agent ON agent_session (agent_id);

-- Sets a password once: an invitation, or for one who has forgotten it.
CREATE TABLE agent_link (
    token_hash  bytea PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    agent_id    uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX agent_link_of_agent ON agent_link (agent_id);

-- Here and not in memory, so that all replicas together allow no more guesses than one.
CREATE TABLE sign_in_attempt (
    -- SHA-256 of an account's or an address's name.
    key            bytea PRIMARY KEY,
    failures       integer NOT NULL,
    blocked_until  timestamptz NOT NULL,
    last_at        timestamptz NOT NULL
);
