package dev.parley.faq;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * One question with its answer, as kept.
 *
 * @param variants other wordings of the question; five or more make search markedly better
 * @param answer Markdown; empty only while a draft
 * @param locale BCP 47
 * @param products SKUs that the entry is about; none means that it is about the shop as a whole
 */
public record FaqEntry(UUID id, String question, List<String> variants, String answer, String locale,
        List<String> products,
        List<String> tags, @Nullable String url, Status status, @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Instant createdAt, Instant updatedAt) {

    public enum Status {
        DRAFT, PUBLISHED;

        /** Its name in JSON, in files and in the database. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a visitor may be shown it at {@code time}; {@code validFrom} is included, {@code validUntil} is not. */
    public boolean visibleAt(Instant time) {
        return status == Status.PUBLISHED && (validFrom == null || !time.isBefore(validFrom))
                && (validUntil == null || time.isBefore(validUntil));
    }

    /** Another one after every change. */
    public String etag() {
        return Etag.of(toString());
    }

    /** The question and its variants. */
    public List<String> wordings() {
        return Stream.concat(Stream.of(question), variants.stream()).toList();
    }

    public FaqEntry withWordings(List<String> wordings) {
        return new FaqEntry(id, wordings.getFirst(), wordings.subList(1, wordings.size()), answer, locale, products,
                tags, url,
                status, validFrom, validUntil, createdAt, updatedAt);
    }
}
