package dev.parley.faq;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An entry to be written. No meaning: its texts are embedded after it has been stored. */
record FaqChange(UUID id, FaqContent content, @Nullable StoredMeaning meaning) {

    FaqEntry preview() {
        return new FaqEntry(id, content.question(), content.variants(), content.answer(), content.locale(),
                content.products(), content.tags(), content.url(), content.status(), content.validFrom(),
                content.validUntil(), java.time.Instant.EPOCH, java.time.Instant.EPOCH);
    }

    FaqChange with(@Nullable StoredMeaning computed) {
        return new FaqChange(id, content, computed);
    }
}
