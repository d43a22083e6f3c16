package dev.parley.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Prices without the service. */
public final class ModelPrices {
    private ModelPrices() {}

    /** Why this model is not used for want of a price, with the setting to change; empty if it has one. */
    public static Optional<String> advice(SpendConfig config, String model, Instant now) {
        return new PriceList(config).unpriced(List.of(model), LocalDate.ofInstant(now, config.budget().zone()))
                .map(unpriced -> Unpriced.advice(unpriced, config.currency()));
    }
}
