-- Search over what was said. Words as they are, whatever the language; a run of Chinese, Japanese or Korean becomes single characters,
-- for such texts have no blanks. The tenant is a word too: the index finds a shop's own messages without reading those of others.

CREATE FUNCTION search_words(tenant uuid, said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('simple', regexp_replace(left(said, 20000), '([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])', ' \1 ', 'g'))
        || array_to_tsvector(ARRAY['tenant:' || CAST(tenant AS text)])
$$;

CREATE INDEX message_words ON message USING gin (search_words(tenant_id, text));
-- For words that are everywhere: the newest are found sooner by looking at the newest.
CREATE INDEX message_by_time ON message (tenant_id, at DESC);
