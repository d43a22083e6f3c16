package dev.parley.spend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.parley.tenant.LaneSettings;
import io.quarkus.runtime.Startup;
import org.jspecify.annotations.Nullable;

/** Prices by model and day, in one currency; lines in others are ignored. An invalid line stops the start. */
@Singleton
@Startup
class PriceList {
    private final String currency;
    private final List<ListedPrice> lines;

    @Inject
    PriceList(SpendConfig config) {
        this(config.currency(), read(config));
    }

    PriceList(String currency, List<ListedPrice> lines) {
        this.currency = currency;
        this.lines = lines.stream().filter(line -> line.currency().equals(currency)).toList();
    }

    private static List<ListedPrice> read(SpendConfig config) {
        List<ListedPrice> lines = new ArrayList<>();
        config.prices().forEach((label, line) -> {
            if (!line.isBlank()) {
                lines.add(ListedPrice.parse("parley.spend.prices." + label, line, config.currency()));
            }
        });
        config.priceOfOthers().filter(price -> !price.isBlank()).ifPresent(price -> lines
                .add(ListedPrice.parse("PARLEY_PRICE (parley.spend.price-of-others)", "* " + price,
                        config.currency())));
        return lines;
    }

    String currency() {
        return currency;
    }

    /** A shop's own lanes come first. Of two lanes with one model the higher price counts: either may answer. */
    PriceList with(List<LaneSettings> lanes) {
        Map<String, Price> own = new LinkedHashMap<>();
        for (LaneSettings lane : lanes) {
            if (lane.price() != null) {
                own.merge(lane.model().toLowerCase(Locale.ROOT), Price.parse(lane.price()), Price::dearer);
            }
        }
        if (own.isEmpty()) {
            return this;
        }
        List<ListedPrice> all = new ArrayList<>();
        own.forEach((model, price) -> all.add(new ListedPrice(model, price, currency, null)));
        List<ListedPrice> mine = List.copyOf(all);
        lines.stream().filter(line -> mine.stream().allMatch(one -> one.closeness(line.model()) < 0)).forEach(all::add);
        return new PriceList(currency, all);
    }

    /** The closest line valid on the day; among equals the undated, else the newest. */
    Optional<Price> find(String model, LocalDate day) {
        String name = model.toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(line -> line.closeness(name) >= 0 && line.holdsOn(day))
                .max(Comparator.<ListedPrice>comparingInt(line -> line.closeness(name))
                        .thenComparing(ListedPrice::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(ListedPrice::price);
    }

    Optional<String> unpriced(List<String> models, LocalDate day) {
        return models.stream().filter(model -> find(model, day).isEmpty()).findFirst();
    }

    /** The highest price among the models, all of which must be priced. */
    Price dearest(List<String> models, LocalDate day) {
        return models.stream().map(model -> find(model, day).orElseThrow()).reduce(Price.FREE, Price::dearer);
    }

    /** A snapshot has its own price or its alias's; any other name costs what was reserved. */
    Price ofAnswer(List<String> asked, @Nullable String resolved, LocalDate day) {
        String name = resolved == null ? "" : resolved.toLowerCase(Locale.ROOT);
        for (String model : asked) {
            String alias = model.toLowerCase(Locale.ROOT);
            if (name.equals(alias) || ListedPrice.isSnapshot(name, alias)) {
                return find(name, day).orElseThrow();
            }
        }
        return dearest(asked, day);
    }
}
