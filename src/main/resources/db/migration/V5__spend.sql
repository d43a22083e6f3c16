-- What each call to a model cost, what is set aside for calls under way, and how much of its budget a tenant has used.
-- Amounts are billionths of a unit of the currency; prices are millionths of a unit per million tokens.

CREATE TABLE spend_call (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- No foreign key: a call must be counted although its conversation has just been deleted.
    conversation_id  uuid,
    answer_id        uuid,
    attempt          integer NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('chat', 'embedding', 'moderation', 'speech', 'faq')),
    -- The model that was asked for first, and the one that answered.
    lane             text NOT NULL,
    model            text,
    request_id       text,
    -- While reserved: the most that it can come to.
    input_tokens     integer NOT NULL,
    cached_tokens    integer NOT NULL DEFAULT 0,
    output_tokens    integer NOT NULL,
    estimated        boolean NOT NULL,
    input_price      bigint NOT NULL,
    cached_price     bigint NOT NULL,
    output_price     bigint NOT NULL,
    currency         text NOT NULL,
    cost             bigint NOT NULL,
    -- What a model would have cost, where the FAQ's own words were the answer.
    saved            bigint NOT NULL DEFAULT 0,
    -- How much of the cost spend_total contains, and by how much that changed last.
    counted          bigint NOT NULL,
    change           bigint NOT NULL DEFAULT 0,
    latency_ms       bigint NOT NULL DEFAULT 0,
    tries            integer NOT NULL DEFAULT 0,
    -- 'reserved' before the call, 'lapsed' when nobody settled it, else how it ended.
    outcome          text NOT NULL,
    -- In the tenant's time zone.
    day              date NOT NULL,
    at               timestamptz NOT NULL,
    reserved_until   timestamptz
);
CREATE INDEX spend_call_of_conversation ON spend_call (tenant_id, conversation_id);
CREATE INDEX spend_call_by_day ON spend_call (tenant_id, day);
CREATE INDEX spend_call_reserved ON spend_call (reserved_until) WHERE outcome = 'reserved';

-- Spent and reserved. One row for day and month together, so that one statement can look at both and add to both.
CREATE TABLE spend_total (
    tenant_id    uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    -- The newest day that was counted; never goes back, whatever a replica's clock says.
    day          date NOT NULL,
    day_total    bigint NOT NULL,
    -- Of that day's month.
    month_total  bigint NOT NULL
);

-- What remains of calls whose conversations are gone: sums, from which nobody can be told.
CREATE TABLE spend_day (
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    day            date NOT NULL,
    kind           text NOT NULL,
    model          text NOT NULL,
    currency       text NOT NULL,
    calls          bigint NOT NULL,
    estimated      bigint NOT NULL,
    input_tokens   bigint NOT NULL,
    cached_tokens  bigint NOT NULL,
    output_tokens  bigint NOT NULL,
    cost           bigint NOT NULL,
    saved          bigint NOT NULL,
    PRIMARY KEY (tenant_id, day, kind, model, currency)
);
