-- Agents who sign in at the shop's own identity provider: its issuer and their subject there, from the first time on.
ALTER TABLE agent ADD COLUMN sso_subject text;
CREATE UNIQUE INDEX agent_sso_subject ON agent (sso_subject, tenant_id) WHERE sso_subject IS NOT NULL;
