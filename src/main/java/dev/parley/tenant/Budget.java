package dev.parley.tenant;

import java.math.BigDecimal;
import java.time.ZoneId;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/** Limits in the service's currency; null means its default. {@code zone} is such as {@code Europe/Berlin}. */
@JsonNaming(SnakeCaseStrategy.class)
public record Budget(@Nullable BigDecimal day, @Nullable BigDecimal month, @Nullable Long conversationTokens,
        @Nullable String zone) {
    public static final Budget NONE = new Budget(null, null, null, null);
    private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000_000);
    private static final int DECIMALS = 9;

    public Budget {
        check(day);
        check(month);
        if (conversationTokens != null && conversationTokens < 0) {
            throw new IllegalArgumentException("A budget of tokens is not negative");
        }
        if (zone != null) {
            // Throws for an unknown zone, here rather than at the first call of a day.
            ZoneId.of(zone);
        }
    }

    public String etag() {
        return Etag.of(toString());
    }

    private static void check(@Nullable BigDecimal amount) {
        if (amount != null && (amount.signum() < 0 || amount.compareTo(MAX_AMOUNT) > 0
                || amount.stripTrailingZeros().scale() > DECIMALS)) {
            throw new IllegalArgumentException(
                    "A budget lies between 0 and a billion and has at most nine decimals");
        }
    }
}
