package dev.parley.faq;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a shop sends it or as a file holds it, not yet validated; see {@link FaqRules}. Accepts {@code createdAt}
 * and {@code updatedAt} so that a client can send back what it read.
 *
 * @param locale BCP 47; detected from the text if absent
 * @param status `draft` or `published`; published if absent
 * @param validFrom ISO 8601 with an offset, or a date, which starts at midnight UTC
 */
@Schema(examples = """
        {"question": "How long can I return shoes?", "variants": ["What is the return period for shoes?"],
         "answer": "You have **30 days**.", "locale": "en", "tags": ["returns"],
         "url": "https://shop.example/returns", "status": "published"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"created_at", "updated_at"})
public record FaqFields(
        @Nullable String id,
        @Nullable String question,
        @Nullable List<@Nullable String> variants,
        @Nullable String answer,
        @Nullable String locale,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> tags,
        @Nullable String url,
        @Nullable String status,
        @Nullable String validFrom,
        @Nullable String validUntil) {

    static FaqFields of(FaqEntry entry) {
        return new FaqFields(entry.id().toString(), entry.question(), List.copyOf(entry.variants()), entry.answer(),
                entry.locale(), List.copyOf(entry.products()), List.copyOf(entry.tags()), entry.url(),
                entry.status().wire(), text(entry.validFrom()), text(entry.validUntil()));
    }

    /** Fills in the detected language if the shop gives none. */
    FaqFields withLocale(UnaryOperator<String> detect) {
        return locale != null && !locale.isBlank()
                ? this
                : new FaqFields(id, question, variants, answer, detect.apply(texts()), products, tags, url, status,
                        validFrom, validUntil);
    }

    private String texts() {
        List<@Nullable String> wordings = variants == null ? List.of() : variants;
        return Stream.concat(Stream.concat(Stream.of(question), wordings.stream()), Stream.of(answer))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
