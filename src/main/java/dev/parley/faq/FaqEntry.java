package dev.parley.faq;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer. {@code variants} are other wordings; five or more improve search markedly. {@code answer}
 * is Markdown, empty only in a draft; {@code locale} is BCP 47; {@code products} are SKUs, none for the shop as a
 * whole.
 */
public record FaqEntry(UUID id, String question, List<String> variants, String answer, String locale,
        List<String> products,
        List<String> tags, @Nullable String url, Status status, @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Instant createdAt, Instant updatedAt) {

    public enum Status {
        DRAFT, PUBLISHED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code validFrom} is inclusive, {@code validUntil} exclusive. */
    public boolean visibleAt(Instant time) {
        return status == Status.PUBLISHED && (validFrom == null || !time.isBefore(validFrom))
                && (validUntil == null || time.isBefore(validUntil));
    }

    public String etag() {
        return Etag.of(toString());
    }

    public List<String> wordings() {
        return Stream.concat(Stream.of(question), variants.stream()).toList();
    }

    public FaqEntry withWordings(List<String> wordings) {
        return new FaqEntry(id, wordings.getFirst(), wordings.subList(1, wordings.size()), answer, locale, products,
                tags, url,
                status, validFrom, validUntil, createdAt, updatedAt);
    }
}
