package dev.parley.grounding;

import java.util.List;
import java.util.Set;

/** Symbols shared by several currencies. */
final class Currencies {
    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN");
    private static final Set<String> KRONA_CURRENCIES = Set.of("SEK", "NOK", "DKK", "ISK", "CZK");

    private Currencies() {}

    /** The symbol a currency may be quoted with: a source with 20 CAD supports $20, not the other way round. */
    static List<String> general(String currency) {
        if (DOLLARS.contains(currency)) {
            return List.of("$");
        }
        if (KRONA_CURRENCIES.contains(currency)) {
            return List.of("KR");
        }
        return switch (currency) {
            case "$" -> List.of("USD");
            case "JPY", "CNY" -> List.of("¥");
            case "¥" -> List.of("JPY", "CNY");
            case "KR" -> KRONA_CURRENCIES.stream().toList();
            default -> List.of();
        };
    }
}
