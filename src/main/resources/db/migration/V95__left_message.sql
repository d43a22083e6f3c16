-- A visitor was asked to leave a message: what is written after this number is one, and no question to the bot. Null: was not.
ALTER TABLE conversation ADD COLUMN message_wanted_seq bigint;
