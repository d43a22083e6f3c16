package dev.parley.faq;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An FAQ entry in REST. A client can change it and send it back whole. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000004", "question": "How long can I return shoes?",
         "variants": ["What is the return period for shoes?"], "answer": "You have **30 days**.",
         "locale": "en", "products": [], "tags": ["returns"], "url": "https://shop.example/returns",
         "status": "published", "created_at": "2026-11-20T09:00:00Z", "updated_at": "2026-11-20T09:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqEntryResponse(
        UUID id,
        String question,
        List<String> variants,
        String answer,
        String locale,
        List<String> products,
        List<String> tags,
        @Nullable String url,
        @Schema(enumeration = {
                "draft", "published"}) String status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Instant createdAt,
        Instant updatedAt){
    public static FaqEntryResponse of(FaqEntry entry) {
        return new FaqEntryResponse(entry.id(), entry.question(), entry.variants(), entry.answer(), entry.locale(),
                entry.products(), entry.tags(), entry.url(), entry.status().wire(), entry.validFrom(),
                entry.validUntil(), entry.createdAt(), entry.updatedAt());
    }
}
