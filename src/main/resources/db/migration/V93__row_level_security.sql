-- A second net under every "tenant_id = $1": whoever is not the owner of the tables sees the rows of the tenant that the connection has
-- named in parley.tenant, "*" being every tenant, and without a name no row at all. The owner, who migrates, sees everything.
-- The subqueries are run once for each statement, not once for each row.
DO $$
DECLARE
    held record;
BEGIN
    FOR held IN
        SELECT c.relname AS name, CASE WHEN c.relname = 'tenant' THEN 'id' ELSE 'tenant_id' END AS key
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind = 'r'
          AND (c.relname = 'tenant' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped))
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', held.name);
        EXECUTE format($policy$CREATE POLICY of_tenant ON %I USING (
            %I = (SELECT CAST(NULLIF(NULLIF(current_setting('parley.tenant', true), '*'), '') AS uuid))
            OR (SELECT current_setting('parley.tenant', true) = '*'))$policy$, held.name, held.key);
    END LOOP;
END $$;

ALTER TABLE webhook_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON webhook_attempt USING (EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.id = delivery_id));

-- Under a policy an index serves only operators that PostgreSQL knows to keep secrets, and the search for words is none of them. This
-- function looks with its owner's eyes, for the tenant that the connection has named and no other.
CREATE FUNCTION messages_with(tenant uuid, wanted tsquery, since timestamptz)
RETURNS TABLE (conversation_id uuid, seq bigint, author text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT m.conversation_id, m.seq, m.author, m.at FROM message m
    WHERE m.words @@ wanted AND m.tenant_id = tenant AND m.at >= since
      AND CAST(tenant AS text) = current_setting('parley.tenant', true)
    UNION
    SELECT m.conversation_id, m.seq, m.author, m.at FROM message m
    WHERE m.heard IS NOT NULL AND search_words(m.tenant_id, m.text || ' ' || m.heard) @@ wanted
      AND m.tenant_id = tenant AND m.at >= since
      AND CAST(tenant AS text) = current_setting('parley.tenant', true)
$$;
