-- What shops have written for their customers, and what search needs of it.

CREATE TABLE faq_entry (
    tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    id           uuid NOT NULL,
    question     text NOT NULL,
    variants     text[] NOT NULL DEFAULT '{}',
    answer       text NOT NULL,
    locale       text NOT NULL,
    products     text[] NOT NULL DEFAULT '{}',
    tags         text[] NOT NULL DEFAULT '{}',
    url          text,
    status       text NOT NULL CHECK (status IN ('draft', 'published')),
    valid_from   timestamptz,
    valid_until  timestamptz,
    -- The tenant's revision that wrote it: a replica asks for what is newer than what it has.
    revision     bigint NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    -- The tenant first: an import may bring an id that another shop has too.
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX faq_entry_by_revision ON faq_entry (tenant_id, revision);

-- The sentence model's vectors of an entry's texts. Void once the texts or the model are others.
CREATE TABLE faq_meaning (
    tenant_id  uuid NOT NULL,
    entry_id   uuid NOT NULL,
    model      text NOT NULL,
    text_hash  uuid NOT NULL,
    vectors    bytea NOT NULL,
    PRIMARY KEY (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES faq_entry ON DELETE CASCADE
);

-- Raised in the transaction of every change; replicas poll it.
CREATE TABLE faq_revision (
    tenant_id  uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    revision   bigint NOT NULL
);
