-- Who changed what of a shop: kinds and ids, never texts or secrets.
CREATE TABLE audit_entry (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- No foreign key, and the name of that day: the log outlives whoever stands in it.
    agent_id    uuid NOT NULL,
    agent_name  text NOT NULL,
    action      text NOT NULL,
    -- The id, or the name, of what was changed; null where there is but one.
    target      text,
    at          timestamptz NOT NULL
);
CREATE INDEX audit_entry_newest ON audit_entry (tenant_id, id DESC);
CREATE INDEX audit_entry_by_time ON audit_entry (at);
