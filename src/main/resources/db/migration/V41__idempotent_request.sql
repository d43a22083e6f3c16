-- Requests with an Idempotency-Key: what a second one is compared with, and answered with.

CREATE TABLE idempotent_request (
    tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- SHA-256 of the header.
    key_hash     bytea NOT NULL,
    -- SHA-256 of method, path and body.
    fingerprint  bytea NOT NULL,
    -- While it runs. A replica that dies leaves the request to whoever asks after this.
    held_until   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    -- Null while it runs.
    status       integer,
    location     text,
    etag         text,
    -- Null: the answer had none, or none that may be kept.
    body         text,
    PRIMARY KEY (tenant_id, key_hash)
);
CREATE INDEX idempotent_request_expired ON idempotent_request (expires_at);
