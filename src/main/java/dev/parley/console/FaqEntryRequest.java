package dev.parley.console;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.faq.FaqFields;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * An FAQ entry as an editor sends it; what was read can be changed and sent back whole.
 *
 * @param updatedAt as it was read; whoever has an older one would overwrite a colleague's work
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties({"id", "created_at"})
public record FaqEntryRequest(
        @Nullable String question,
        @Nullable List<@Nullable String> variants,
        @Nullable String answer,
        @Nullable String locale,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> tags,
        @Nullable String url,
        @Nullable String status,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable Instant updatedAt) {

    /** Draft or published. */
    public record StatusRequest(@Nullable String status) {}

    FaqFields fields() {
        return new FaqFields(null, question, variants, answer, locale, products, tags, url, status, validFrom,
                validUntil);
    }

    Instant seen() {
        if (updatedAt == null) {
            throw ParleyException.invalid("updated_at_missing",
                    "Send the `updated_at` that you read, so that nobody's change is lost.");
        }
        return updatedAt;
    }
}
