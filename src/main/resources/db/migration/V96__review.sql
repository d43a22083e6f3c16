-- The shop's machines stand in its audit log, too: then agent_id and agent_name are an API key's.
ALTER TABLE audit_entry ADD COLUMN by_key boolean NOT NULL DEFAULT false;

-- How many rows of a table a shop has, counted once those who are adding some have done so: its statements see what was committed before
-- each of them, which the statement around it does not. The names are never of a request's making.
CREATE FUNCTION shop_rows(of_table text, of_tenant uuid, counted text) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    found bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_table || CAST(of_tenant AS text), 0));
    EXECUTE format('SELECT count(*) FROM %I WHERE tenant_id = $1 AND ', of_table) || counted INTO found USING of_tenant;
    RETURN found;
END
$$;
