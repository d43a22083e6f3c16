-- That a visitor's data was erased, and how much: numbers alone, nobody can be told from them.

CREATE TABLE erasure (
    id             uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    at             timestamptz NOT NULL,
    conversations  bigint NOT NULL,
    messages       bigint NOT NULL,
    answers        bigint NOT NULL
);
CREATE INDEX erasure_of_tenant ON erasure (tenant_id, at);
