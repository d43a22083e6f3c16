package dev.parley.api;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.desk.Unanswered;
import dev.parley.desk.Unanswered.Closest;
import dev.parley.desk.Unanswered.Question;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/faq/unanswered")
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
public class UnansweredResource {
    private static final int MAX_LIMIT = 200;

    private final CurrentShop shop;
    private final Unanswered unanswered;

    UnansweredResource(CurrentShop shop, Unanswered unanswered) {
        this.shop = shop;
        this.unanswered = unanswered;
    }

    /** Conversation and message are of the latest occurrence. */
    @Schema(examples = """
            {"id": "018f3b5e-7c1a-7000-8000-00000000000a", "question": "Can I pay in gold?", "count": 3,
             "last_asked_at": "2026-11-23T10:00:00Z", "conversation": "018f3b5e-7c1a-7000-8000-000000000003",
             "seq": 3, "locale": "en", "closest": {"id": "018f3b5e-7c1a-7000-8000-000000000004",
             "question": "How can I pay?", "score": 0.5}}""")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuestionResponse(UUID id, String question, int count, Instant lastAskedAt, UUID conversation,
            long seq, @Nullable String locale, @Nullable Closest closest) {
        static QuestionResponse of(Question question) {
            return new QuestionResponse(question.id(), question.text(), question.count(), question.lastAskedAt(),
                    question.conversation(), question.seq(), question.locale(), question.closest());
        }
    }

    @Operation(operationId = "listUnansweredQuestions",
            summary = "Lists what visitors asked and the FAQ had no answer to",
            description = "Asked most often first, of the newest 5,000.")
    @APIResponse(responseCode = "200", description = """
            The conversation and the message are those of the last asking; `closest` is the entry that came nearest.""")
    @GET
    @RolesAllowed({"faq", "agent"})
    public Uni<Page<QuestionResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_LIMIT) int limit) {
        return unanswered.list(shop.id(), limit)
                .map(all -> Page.of(all, QuestionResponse::of));
    }

    /** The next occurrence brings it back. */
    @Operation(operationId = "dismissUnansweredQuestion", summary = "Takes a question off the list",
            description = "Asked again, it comes back.")
    @APIResponse(responseCode = "204", description = "It is dismissed.")
    @DELETE
    @Path("{id}")
    @RolesAllowed({"faq", "supervisor"})
    @Audited("faq.dismiss")
    public Uni<Void> dismiss(String id) {
        return unanswered.dismiss(shop.id(), Checked.pathId(id, "unanswered question"));
    }
}
