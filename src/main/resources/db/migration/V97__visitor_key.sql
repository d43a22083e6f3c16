-- A copy of the database alone must sign nobody's token: the key is sealed with the service's own, which is not in here. In visitor_key it
-- lies in clear only where the service has no key, or until it has been sealed at the next start.
ALTER TABLE tenant ALTER COLUMN visitor_key DROP NOT NULL, ADD COLUMN sealed_visitor_key text;
