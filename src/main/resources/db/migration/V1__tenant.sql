-- The shops, who may speak for them, and who visits them.

CREATE TABLE tenant (
    id               uuid PRIMARY KEY,
    slug             text NOT NULL UNIQUE,
    name             text NOT NULL,
    settings         text NOT NULL,
    -- Null: the service's default.
    retention_hours  integer CHECK (retention_hours >= 0),
    -- Signs visitors' tokens; 32 random bytes.
    visitor_key      bytea NOT NULL,
    created_at       timestamptz NOT NULL
);

CREATE TABLE api_key (
    id           uuid PRIMARY KEY,
    tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    name         text NOT NULL,
    -- SHA-256 of a key with 256 random bits: nothing to guess, so no slow hash is needed.
    key_hash     bytea NOT NULL UNIQUE,
    scopes       text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX api_key_of_tenant ON api_key (tenant_id);

CREATE TABLE visitor (
    id            uuid PRIMARY KEY,
    tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- The shop's own id of a signed-in customer; null while anonymous.
    external_id   text,
    created_at    timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    UNIQUE (tenant_id, external_id)
);
CREATE INDEX visitor_by_last_seen ON visitor (tenant_id, last_seen_at);
