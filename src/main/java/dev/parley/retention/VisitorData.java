package dev.parley.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCalls;
import dev.parley.action.ActionRecord;
import dev.parley.conversation.ConversationPurge;
import dev.parley.conversation.PurgedCounts;
import dev.parley.conversation.lookup.VisitorHistory;
import dev.parley.conversation.lookup.VisitorHistory.ConversationData;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Idempotency;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import dev.parley.voice.RecordingPurge;
import dev.parley.voice.RecordingPurge.Unsent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Exports or erases a person's data (GDPR, articles 15 and 17). Costs stay in the ledger, without reference. */
@ApplicationScoped
public class VisitorData {
    private final Visitors visitors;
    private final VisitorHistory history;
    private final ConversationPurge conversations;
    private final ActionCalls actions;
    private final RecordingPurge recordings;
    private final Idempotency idempotency;
    private final ErasureRepository receipts;
    private final Ids ids;
    private final Clock clock;

    VisitorData(Visitors visitors, VisitorHistory history, ConversationPurge conversations,
            ActionCalls actions, RecordingPurge recordings, Idempotency idempotency,
            ErasureRepository receipts, Ids ids, Clock clock) {
        this.visitors = visitors;
        this.history = history;
        this.conversations = conversations;
        this.actions = actions;
        this.recordings = recordings;
        this.idempotency = idempotency;
        this.receipts = receipts;
        this.ids = ids;
        this.clock = clock;
    }

    public record Export(Instant at, VisitorDetails visitor, List<ConversationData> conversations,
            List<ActionRecord> actions, List<Unsent> recordings) {}

    /** Proof of the erasure, without content. */
    public record Receipt(UUID id, Instant at, long conversations, long messages, long answers, long recordings) {}

    public Uni<Export> export(TenantId tenant, String visitor) {
        return find(tenant, visitor)
                .chain(found -> history.of(tenant, found.id())
                        .chain(told -> Uni.combine().all()
                                .unis(actions(tenant, told), recordings.unsentOf(tenant, found.id()))
                                .with((done, unsent) -> new Export(clock.instant(), found, told, done, unsent))));
    }

    private Uni<List<ActionRecord>> actions(TenantId tenant, List<ConversationData> conversations) {
        return Multi.createFrom().iterable(conversations)
                .onItem().transformToUniAndConcatenate(conversation -> actions.list(tenant, conversation.id()))
                .collect().asList()
                .map(done -> done.stream().flatMap(List::stream).toList());
    }

    /** Deletes the visitor's row last, with any conversation begun meanwhile. */
    public Uni<Receipt> erase(TenantId tenant, String visitor) {
        return find(tenant, visitor)
                .call(found -> forgetRepeats(tenant, found.id()))
                .chain(found -> recordings.purgeOf(tenant, found.id())
                        .chain(spoken -> conversations.purgeOf(tenant, found.id())
                                .call(() -> visitors.forget(tenant, found.id()))
                                .map(gone -> receipt(gone, spoken))))
                .call(receipt -> receipts.write(tenant, receipt));
    }

    /** Deletes answers kept for idempotency. */
    private Uni<Void> forgetRepeats(TenantId tenant, UUID visitor) {
        return history.of(tenant, visitor)
                .onItem().transformToMulti(told -> Multi.createFrom().iterable(told))
                .onItem().transformToUniAndConcatenate(conversation -> idempotency.forget(tenant, conversation.id()))
                .collect().asList()
                .chain(() -> idempotency.forget(tenant, visitor));
    }

    private Receipt receipt(PurgedCounts gone, int spoken) {
        return new Receipt(ids.next(), clock.instant(), gone.conversations(), gone.messages(), gone.answers(),
                spoken);
    }

    private Uni<VisitorDetails> find(TenantId tenant, String visitor) {
        return visitors.find(tenant, visitor).onItem().ifNull().failWith(() -> ParleyException.notFound("visitor"));
    }
}
