-- Signed-in visitors: how a shop proves who its customers are, and what it says of them.

CREATE TABLE visitor_identity (
    tenant_id  uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    -- A JSON object; its secrets are sealed.
    settings   text NOT NULL
);

-- Only from signed claims; null where the shop says nothing.
ALTER TABLE visitor
    ADD COLUMN name        text,
    ADD COLUMN email       text,
    ADD COLUMN locale      text,
    ADD COLUMN attributes  text NOT NULL DEFAULT '{}';
