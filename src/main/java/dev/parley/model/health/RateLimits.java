package dev.parley.model.health;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** From the {@code x-ratelimit-*} headers; null if missing, as with most compatible servers. */
public record RateLimits(@Nullable Long requests, @Nullable Duration requestsReset, @Nullable Long tokens,
        @Nullable Duration tokensReset) {
    public static final RateLimits UNKNOWN = new RateLimits(null, null, null, null);
    private static final Pattern DURATION = Pattern
            .compile(
                    "(?:(\\d{1,4})h)?(?:(\\d{1,6})m(?!s))?(?:(\\d{1,8}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,6})?)ms)?");

    public static RateLimits from(RetryHints.Headers headers) {
        return new RateLimits(number(headers.get("x-ratelimit-remaining-requests")),
                duration(headers.get("x-ratelimit-reset-requests")),
                number(headers.get("x-ratelimit-remaining-tokens")),
                duration(headers.get("x-ratelimit-reset-tokens")));
    }

    @Nullable
    Duration waitBefore(int tokensOfACall) {
        Duration forRequests = requests != null && requests <= 0 ? requestsReset : null;
        Duration forTokens = tokens != null && tokens < tokensOfACall ? tokensReset : null;
        if (forRequests == null || forTokens == null) {
            return forRequests == null ? forTokens : forRequests;
        }
        return forRequests.compareTo(forTokens) > 0 ? forRequests : forTokens;
    }

    private static @Nullable Long number(@Nullable String value) {
        return value != null && value.strip().matches("-?\\d{1,15}") ? Long.valueOf(value.strip()) : null;
    }

    /** Parses {@code 1s}, {@code 6m0s}, {@code 120ms}, {@code 1h2m3.5s}. */
    static @Nullable Duration duration(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Matcher parts = DURATION.matcher(value.strip());
        if (!parts.matches()) {
            return null;
        }
        double seconds = part(parts, 1) * 3600 + part(parts, 2) * 60 + part(parts, 3) + part(parts, 4) / 1000;
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    private static double part(Matcher parts, int group) {
        String text = parts.group(group);
        return text == null ? 0 : Double.parseDouble(text);
    }
}
