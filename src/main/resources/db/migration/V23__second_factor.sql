-- A second factor at sign-in (TOTP, RFC 6238).
CREATE TABLE second_factor (
    agent_id       uuid PRIMARY KEY REFERENCES agent ON DELETE CASCADE,
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- Sealed with the service's own key, which is not in here.
    sealed_secret  text NOT NULL,
    -- Null until a first code has shown that the agent's app knows the secret.
    confirmed_at   timestamptz,
    -- The newest time step whose code was used: no code works twice.
    last_step      bigint NOT NULL DEFAULT 0
);

-- For one whose telephone is gone. SHA-256 of codes with 80 random bits; used ones go.
CREATE TABLE recovery_code (
    agent_id   uuid NOT NULL REFERENCES second_factor ON DELETE CASCADE,
    tenant_id  uuid NOT NULL,
    code_hash  bytea NOT NULL,
    PRIMARY KEY (agent_id, code_hash)
);
