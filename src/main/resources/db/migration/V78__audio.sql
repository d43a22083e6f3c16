-- Recordings that were heard: by the minute, or by their tokens.
ALTER TABLE spend_call DROP CONSTRAINT spend_call_kind_check;
ALTER TABLE spend_call ADD CONSTRAINT spend_call_kind_check
    CHECK (kind IN ('chat', 'rewrite', 'summary', 'embedding', 'moderation', 'translation', 'audio', 'faq'));
ALTER TABLE spend_call ADD COLUMN audio_ms integer NOT NULL DEFAULT 0, ADD COLUMN minute_price bigint NOT NULL DEFAULT 0;
ALTER TABLE spend_day ADD COLUMN audio_ms bigint NOT NULL DEFAULT 0;
