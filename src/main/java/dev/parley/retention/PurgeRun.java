package dev.parley.retention;

import java.time.Instant;
import java.util.UUID;

import dev.parley.conversation.PurgedCounts;
import dev.parley.tenant.TenantId;

record PurgeRun(UUID id, TenantId tenant, Instant startedAt, Instant cutoff, long conversations, long messages,
        long answers,
        long visitors, long recordings) {
    static PurgeRun begin(UUID id, TenantId tenant, Instant now, RetentionPolicy policy) {
        return new PurgeRun(id, tenant, now, policy.cutoff(now), 0, 0, 0, 0, 0);
    }

    PurgeRun plus(PurgedCounts gone) {
        return new PurgeRun(id, tenant, startedAt, cutoff, conversations + gone.conversations(),
                messages + gone.messages(),
                answers + gone.answers(), visitors, recordings);
    }

    PurgeRun plusVisitors(int gone) {
        return new PurgeRun(id, tenant, startedAt, cutoff, conversations, messages, answers, visitors + gone,
                recordings);
    }

    PurgeRun plusRecordings(int gone) {
        return new PurgeRun(id, tenant, startedAt, cutoff, conversations, messages, answers, visitors,
                recordings + gone);
    }

    boolean foundNothing() {
        return conversations == 0 && visitors == 0 && recordings == 0;
    }
}
