-- Questions that the FAQ had no answer to, newest first. They go with their conversations; so does that somebody has seen to one.
ALTER TABLE answer ADD COLUMN dismissed_at timestamptz;
CREATE INDEX answer_unanswered ON answer (tenant_id, finished_at DESC) WHERE finish = 'no_answer' AND dismissed_at IS NULL;
