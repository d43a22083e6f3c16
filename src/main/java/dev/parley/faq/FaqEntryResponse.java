package dev.parley.faq;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** An FAQ entry in REST. A client can change it and send it back whole. */
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
        String status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Instant createdAt,
        Instant updatedAt) {
    public static FaqEntryResponse of(FaqEntry entry) {
        return new FaqEntryResponse(entry.id(), entry.question(), entry.variants(), entry.answer(), entry.locale(),
                entry.products(), entry.tags(), entry.url(), entry.status().wire(), entry.validFrom(),
                entry.validUntil(), entry.createdAt(), entry.updatedAt());
    }
}
