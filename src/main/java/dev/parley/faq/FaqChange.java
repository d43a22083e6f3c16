package dev.parley.faq;

import java.time.Instant;
import java.util.UUID;

import dev.parley.faq.search.StoredMeaning;
import org.jspecify.annotations.Nullable;

/**
 * {@code meaning} may follow later. {@code sameQuestion}: without this id, replaces the entry with the same question.
 */
record FaqChange(UUID id, FaqContent content, @Nullable StoredMeaning meaning, boolean sameQuestion) {
    FaqChange(UUID id, FaqContent content) {
        this(id, content, null, false);
    }

    FaqEntry preview() {
        return new FaqEntry(id, content.question(), content.variants(), content.answer(), content.locale(),
                content.products(), content.tags(), content.url(), content.status(), content.validFrom(),
                content.validUntil(), Instant.EPOCH, Instant.EPOCH);
    }

    FaqChange with(@Nullable StoredMeaning computed) {
        return new FaqChange(id, content, computed, sameQuestion);
    }

    FaqChange of(UUID entry) {
        return new FaqChange(entry, content, meaning, sameQuestion);
    }
}
