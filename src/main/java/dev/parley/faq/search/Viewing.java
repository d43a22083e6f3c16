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

/**
 * What the visitor has before his eyes while asking: "Is it waterproof?" means the shoe on the page.
 *
 * @param page its address
 * @param product its SKU
 */
public record Viewing(@Nullable String page, @Nullable String product) {
    public static final Viewing NOTHING = new Viewing(null, null);
    /** Between two entries that fit the words alike it decides; over one that fits clearly better it never brings another. */
    private static final double BONUS = 0.04;

    /**
     * What an entry about this page or product is lifted by, and one about another product lowered.
     *
     * @param products those that the page shows, in whatever language it is written
     */
    double bonus(FaqEntry entry, Set<String> products) {
        if (isAbout(entry) || ProductNames.isAbout(entry, products)) {
            return BONUS;
        }
        return ProductNames.isOfAnother(entry, products) ? -BONUS : 0;
    }

    /** Whether this SKU is the visitor's product, or a step of the page's address. */
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

    /**
     * Without host, query and fragment: a shop has one site with several names more often than two sites with the same paths. Empty for the
     * start page, which is about nothing.
     */
    static Optional<String> path(@Nullable String address) {
        return Optional.ofNullable(address).flatMap(WebAddress::of)
                .map(read -> decoded(read.rest().replaceFirst("[?#].*", "")).toLowerCase(Locale.ROOT)
                        .replaceFirst("/+$", ""))
                .filter(path -> !path.isEmpty());
    }

    /** Browsers escape what shops write in letters. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException loosePercent) {
            return path;
        }
    }
}
