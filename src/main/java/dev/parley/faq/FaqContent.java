package dev.parley.faq;

import java.time.Instant;
import java.util.List;

import dev.parley.faq.FaqEntry.Status;
import org.jspecify.annotations.Nullable;

/** The fields of an entry that a shop sets; see {@link FaqRules} for the limits. */
public record FaqContent(String question, List<String> variants, String answer, String locale, List<String> products,
        List<String> tags, @Nullable String url, Status status, @Nullable Instant validFrom,
        @Nullable Instant validUntil) {}
