package dev.parley.faq;

import java.time.Instant;
import java.util.List;

import dev.parley.faq.FaqEntry.Status;
import org.jspecify.annotations.Nullable;

/** What a shop says about an entry; {@link FaqRules} has the limits. */
public record FaqContent(String question, List<String> variants, String answer, String locale, List<String> products,
        List<String> tags, @Nullable String url, Status status, @Nullable Instant validFrom,
        @Nullable Instant validUntil) {}
