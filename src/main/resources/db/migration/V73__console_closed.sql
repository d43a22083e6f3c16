-- When an agent's last console was closed: somebody who works by REST alone has none to close and is not gone for that.
ALTER TABLE agent ADD COLUMN console_closed_at timestamptz;
