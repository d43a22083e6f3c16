package dev.parley.shop;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An operator's changes to a shop; null leaves a value unchanged. */
public record ShopChange(@Nullable String name, @Nullable List<String> origins, @Nullable Boolean suspended,
        Map<String, @Nullable Integer> limits) {
    public static ShopChange of(@Nullable String name, @Nullable List<@Nullable String> origins,
            @Nullable Boolean suspended, Map<String, @Nullable Integer> limits) {
        return new ShopChange(name == null ? null : NewShop.name(name),
                origins == null ? null : NewShop.origins(origins), suspended, limits);
    }
}
