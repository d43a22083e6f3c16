package dev.parley.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.action.ActionRecord;
import dev.parley.conversation.lookup.VisitorHistory.ConversationData;
import dev.parley.rest.AuditTarget;
import dev.parley.retention.VisitorData.Export;
import dev.parley.retention.VisitorData.Receipt;
import dev.parley.visitor.VisitorDetails;
import dev.parley.voice.RecordingPurge.Unsent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"exported_at": "2026-11-23T10:00:00Z", "visitor": {"id": "018f3b5e-7c1a-7000-8000-000000000005",
         "external_id": "customer-4711", "created_at": "2026-11-23T09:00:00Z",
         "last_seen_at": "2026-11-23T10:00:00Z", "attributes": {}}, "conversations": [], "actions": [],
         "unsent_recordings": []}""")
@JsonNaming(SnakeCaseStrategy.class)
public record VisitorDataResponse(Instant exportedAt, Person visitor, List<ConversationData> conversations,
        List<ActionRecord> actions, List<Unsent> unsentRecordings) {

    /** {@code externalId} is the shop's customer id, or absent. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(UUID id, @Nullable String externalId, @Nullable String name, @Nullable String email,
            @Nullable String locale,
            @Schema(implementation = Map.class,
                    description = "A JSON object of the shop's own.") @JsonRawValue String attributes,
            Instant createdAt, Instant lastSeenAt) {
        static Person of(VisitorDetails visitor) {
            return new Person(visitor.id(), visitor.externalId(), visitor.name(), visitor.email(), visitor.locale(),
                    visitor.attributes(), visitor.createdAt(), visitor.lastSeenAt());
        }
    }

    /** The receipt of an erasure, which Parley keeps. */
    @Schema(examples = """
            {"receipt": "018f3b5e-7c1a-7000-8000-000000000007", "erased_at": "2026-11-23T10:00:00Z",
             "conversations": 1, "messages": 2, "answers": 1, "recordings": 1}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Erased(UUID receipt, Instant erasedAt, long conversations, long messages, long answers,
            long recordings) implements AuditTarget {
        @Override
        public UUID auditTarget() {
            return receipt;
        }

        static Erased of(Receipt receipt) {
            return new Erased(receipt.id(), receipt.at(), receipt.conversations(), receipt.messages(),
                    receipt.answers(), receipt.recordings());
        }
    }

    static VisitorDataResponse of(Export export) {
        return new VisitorDataResponse(export.at(), Person.of(export.visitor()), export.conversations(),
                export.actions(), export.recordings());
    }
}
