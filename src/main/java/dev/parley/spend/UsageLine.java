package dev.parley.spend;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What some calls came to; of what they are not split by, nothing is said.
 *
 * @param estimated how many of the calls were counted by us, not by the upstream
 * @param saved what models would have cost where the FAQ's own words were the answer
 * @param audioMillis of recordings that were heard
 */
public record UsageLine(@Nullable LocalDate day, @Nullable String model, @Nullable String kind, long calls,
        long estimated, long inputTokens, long cachedTokens, long outputTokens, Money cost, Money saved,
        long audioMillis) {}
