package dev.parley.faq.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.faq.FaqEntry;

/** Entries with defaults for most fields. */
final class Entries {
    private Entries() {}

    static FaqEntry entry(String answer, List<String> wordings) {
        return new FaqEntry(UUID.nameUUIDFromBytes(wordings.getFirst().getBytes(StandardCharsets.UTF_8)),
                wordings.getFirst(), wordings.subList(1, wordings.size()), answer, "en", List.of(), List.of(), null,
                FaqEntry.Status.PUBLISHED, null, null, Instant.EPOCH, Instant.EPOCH);
    }
}
