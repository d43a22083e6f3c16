package dev.parley.faq.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.parley.faq.FaqEntry;
import dev.parley.platform.WebAddress;
import org.jspecify.annotations.Nullable;

/** The page, and the product's SKU, that the visitor looks at: "Is it waterproof?" means the shoe on the page. */
public record Viewing(@Nullable String page, @Nullable String product) {
    public static final Viewing NOTHING = new Viewing(null, null);
    /** Decides between two entries with about equal scores, but never lifts one over a clearly better match. */
    private static final double BONUS = 0.04;

    /** Positive for an entry about this page or product, negative for another. {@code products} are the page's. */
    double bonus(FaqEntry entry, Set<String> products) {
        if (isAbout(entry) || ProductNames.isAbout(entry, products)) {
            return BONUS;
        }
        return ProductNames.isOfAnother(entry, products) ? -BONUS : 0;
    }

    /** True if the SKU is the viewed product or a segment of the page's path. */
    boolean shows(String sku) {
        return sku.equalsIgnoreCase(product) || path(page)
                .filter(path -> Arrays.stream(path.split("/", -1)).anyMatch(sku::equalsIgnoreCase)).isPresent();
    }

    private boolean isAbout(FaqEntry entry) {
        if (this.equals(NOTHING)) {
            return false;
        }
        return entry.products().stream().anyMatch(this::shows)
                || (path(page).isPresent() && path(page).equals(path(entry.url())));
    }

    /** Path only, since sites have several host names. Empty for the start page, which is about nothing. */
    static Optional<String> path(@Nullable String address) {
        return Optional.ofNullable(address).flatMap(WebAddress::of)
                .map(read -> decoded(read.rest().replaceFirst("[?#].*", "")).toLowerCase(Locale.ROOT)
                        .replaceFirst("/+$", ""))
                .filter(path -> !path.isEmpty());
    }

    /** Browsers percent-encode non-ASCII letters. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException loosePercent) {
            return path;
        }
    }
}
