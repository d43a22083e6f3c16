package dev.parley.tenant;

import java.math.BigDecimal;
import java.time.ZoneId;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's models may cost. What is left out is as the service's default says.
 *
 * @param day in the service's currency
 * @param month in the service's currency
 * @param conversationTokens read and written by the model in one conversation
 * @param zone where days and months begin, such as {@code Europe/Berlin}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Budget(@Nullable BigDecimal day, @Nullable BigDecimal month, @Nullable Long conversationTokens,
        @Nullable String zone) {
    public Budget {
        if (isNegative(day) || isNegative(month) || (conversationTokens != null && conversationTokens < 0)) {
            throw new IllegalArgumentException("A budget is not negative");
        }
        if (zone != null) {
            // Throws for what is no zone: better here than at the first call of a day.
            ZoneId.of(zone);
        }
    }

    private static boolean isNegative(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }
}
