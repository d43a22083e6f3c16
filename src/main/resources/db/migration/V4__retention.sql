-- Who purges now, when the next purge is due, and what each purge took away.

CREATE TABLE purge_lease (
    -- One row: one purge at a time in the whole installation.
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    owner       uuid,
    -- By the database's clock, the only one that all replicas share.
    held_until  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL
);
INSERT INTO purge_lease (held_until, due_at) VALUES (now(), now());

-- Numbers alone: nothing that was deleted can be told from it.
CREATE TABLE purge_run (
    id             uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    started_at     timestamptz NOT NULL,
    finished_at    timestamptz,
    -- What was idle since before this instant went.
    cutoff         timestamptz NOT NULL,
    conversations  bigint NOT NULL,
    messages       bigint NOT NULL,
    answers        bigint NOT NULL,
    visitors       bigint NOT NULL,
    outcome        text NOT NULL CHECK (outcome IN ('running', 'done', 'interrupted'))
);
CREATE INDEX purge_run_of_tenant ON purge_run (tenant_id, started_at);
CREATE INDEX purge_run_running ON purge_run (id) WHERE outcome = 'running';
