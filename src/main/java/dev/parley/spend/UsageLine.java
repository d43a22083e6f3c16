package dev.parley.spend;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A sum of calls; null where they were not grouped. {@code estimated} counts calls with our own token count;
 * {@code saved} is what models would have cost for FAQ answers.
 */
public record UsageLine(@Nullable LocalDate day, @Nullable String model, @Nullable String kind, long calls,
        long estimated, long inputTokens, long cachedTokens, long outputTokens, Money cost, Money saved,
        long audioMillis) {}
