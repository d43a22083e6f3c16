package dev.parley.conversation.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The export of a visitor's conversations, without agents' notes. */
@ApplicationScoped
public class VisitorHistory {
    private final VisitorHistoryRepository repository;

    VisitorHistory(VisitorHistoryRepository repository) {
        this.repository = repository;
    }

    /** {@code attributes} is the shop's JSON object. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Told")
    public record ConversationData(UUID id, String state, @Nullable String locale, @Nullable String page,
            @Schema(implementation = Map.class,
                    description = "A JSON object of the shop's own.") @JsonRawValue String attributes,
            List<String> labels, @Nullable String handoffReason,
            @Nullable String handoffSummary, @Nullable String handoffBy, Instant createdAt,
            Instant lastActivityAt, List<Said> messages) {}

    /** With the visitor's rating. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(long seq, String author, @Nullable String name, String text, Instant at, @Nullable String page,
            @Nullable String rating, @Nullable String ratingComment,
            @Schema(implementation = Map[].class,
                    description = "Names, types and sizes of the files that came with it.") @JsonRawValue String attachments,
            @Schema(implementation = Map[].class,
                    description = "What an action has shown, such as an order.") @JsonRawValue String cards,
            @Schema(implementation = Map.class,
                    description = "What was spoken: id, seconds, language, until when it is kept.") @JsonRawValue @Nullable String recording,
            @Nullable String heard,

            @Schema(implementation = Map.class,
                    description = "What agents have read instead, by language.") @JsonRawValue @Nullable String translations) {}

    /** Oldest first. */
    public Uni<List<ConversationData>> of(TenantId tenant, UUID visitor) {
        return repository.conversations(tenant, visitor)
                .onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(conversation -> repository.lines(tenant, conversation.id())
                        .map(lines -> new ConversationData(conversation.id(), conversation.state(),
                                conversation.locale(), conversation.page(), conversation.attributes(),
                                conversation.labels(), conversation.handoffReason(), conversation.handoffSummary(),
                                conversation.handoffBy(),
                                conversation.createdAt(), conversation.lastActivityAt(), lines)))
                .collect().asList();
    }
}
