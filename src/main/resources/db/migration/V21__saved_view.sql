-- Filters of the inbox that agents keep, for themselves or for all.
CREATE TABLE saved_view (
    id         uuid PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    -- Null: everybody's.
    owner_id   uuid REFERENCES agent ON DELETE CASCADE,
    name       text NOT NULL,
    view       text NOT NULL,
    label      text,
    priority   text,
    -- Who owns the conversations.
    agent_id   uuid
);
CREATE INDEX saved_view_of_owner ON saved_view (tenant_id, owner_id);

-- In which order an agent wants to see them; those that are not named come after.
ALTER TABLE agent ADD COLUMN view_order uuid[] NOT NULL DEFAULT '{}';
