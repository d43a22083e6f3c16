-- Calls that propose other wordings of a question to the shop.
ALTER TABLE spend_call DROP CONSTRAINT spend_call_kind_check;
ALTER TABLE spend_call ADD CONSTRAINT spend_call_kind_check
    CHECK (kind IN ('chat', 'rewrite', 'summary', 'embedding', 'moderation', 'translation', 'audio', 'wordings', 'faq'));
