-- Shops that the operator of this Parley makes, suspends and deletes.

ALTER TABLE tenant
    -- Visitors are turned away, agents and keys may only read.
    ADD COLUMN suspended_at timestamptz,
    -- Closed to everybody; its rows go when the grace period is over, see shop_removal.
    ADD COLUMN deleted_at   timestamptz,
    -- ShopLimits as JSON; what is not in there is the service's default.
    ADD COLUMN limits       text NOT NULL DEFAULT '{}';

-- That a shop was deleted, and what went with it. Outlives the shop, and so has no foreign key.
CREATE TABLE shop_removal (
    id            uuid PRIMARY KEY,
    shop_id       uuid NOT NULL,
    slug          text NOT NULL,
    deleted_at    timestamptz NOT NULL,
    purge_at      timestamptz NOT NULL,
    -- The shop came back before anything was purged.
    restored_at   timestamptz,
    -- From here on it cannot come back.
    started_at    timestamptz,
    purged_at     timestamptz,
    -- How many rows went, by kind, as JSON.
    deleted       text NOT NULL DEFAULT '{}',
    -- Rows that name the shop in any table, counted after the purge.
    remaining     bigint,
    -- Which replica purges, by the database's clock.
    owner         uuid,
    held_until    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX shop_removal_of_shop ON shop_removal (shop_id, id DESC);
CREATE INDEX shop_removal_due ON shop_removal (purge_at) WHERE restored_at IS NULL AND purged_at IS NULL;

-- What the operator did: kinds and slugs, never secrets.
CREATE TABLE operator_entry (
    id       uuid PRIMARY KEY,
    at       timestamptz NOT NULL,
    action   text NOT NULL,
    slug     text NOT NULL,
    shop_id  uuid,
    -- Where the request came from; null for what Parley did itself.
    address  text
);
CREATE INDEX operator_entry_by_time ON operator_entry (at);

-- What this Parley does once in its life.
CREATE TABLE service_mark (
    name  text PRIMARY KEY,
    at    timestamptz NOT NULL
);
INSERT INTO service_mark (name, at) SELECT 'first_start', now() WHERE EXISTS (SELECT FROM tenant);
INSERT INTO service_mark (name, at) SELECT 'demo_shop', now() WHERE EXISTS (SELECT FROM tenant WHERE slug = 'demo');

INSERT INTO service_mark (name, at) SELECT 'demo_faq', now() WHERE EXISTS (SELECT FROM tenant WHERE slug = 'demo');

-- The operator's requests are remembered too, under the nil id. A shop's rows go with its purge, or after a day.
ALTER TABLE idempotent_request DROP CONSTRAINT idempotent_request_tenant_id_fkey;
