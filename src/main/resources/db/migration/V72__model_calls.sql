-- Two more reasons to ask a model: putting a question anew, and summing a conversation up for the agent who takes it over.
ALTER TABLE spend_call DROP CONSTRAINT spend_call_kind_check;
ALTER TABLE spend_call ADD CONSTRAINT spend_call_kind_check
    CHECK (kind IN ('chat', 'rewrite', 'summary', 'embedding', 'moderation', 'speech', 'faq'));
