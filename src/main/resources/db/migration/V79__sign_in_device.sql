-- Devices on which an agent has signed in: they pass the locks that strangers can bring about.
CREATE TABLE sign_in_device (
    key bytea PRIMARY KEY,
    account bytea NOT NULL,
    last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_device_account ON sign_in_device (account, last_at);
