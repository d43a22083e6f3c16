-- What a shop wants to know of its keys, without the keys themselves.

ALTER TABLE api_key
    -- How the key begins, to tell it from others: far too little to guess the rest.
    ADD COLUMN hint          text,
    -- To the minute: reading must not become writing.
    ADD COLUMN last_used_at  timestamptz,
    -- The key that a rotation put in its place; it is good for a while beside it.
    ADD COLUMN replaced_by   uuid,
    -- Null: the service's default.
    ADD COLUMN requests_per_minute integer CHECK (requests_per_minute > 0);
