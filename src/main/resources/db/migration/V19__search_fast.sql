-- The words stand beside the message, so that looking through the newest messages does not take every text apart again.
ALTER TABLE message ADD COLUMN words tsvector GENERATED ALWAYS AS (search_words(tenant_id, text)) STORED;
DROP INDEX message_words;
-- Every search reads the whole list of what is not sorted in yet: keep it short.
CREATE INDEX message_words ON message USING gin (words) WITH (gin_pending_list_limit = 256);
-- Ties included, so that "the newest so many" is a prefix of the index.
DROP INDEX message_by_time;
CREATE INDEX message_by_time ON message (tenant_id, at DESC, conversation_id DESC, seq DESC);
