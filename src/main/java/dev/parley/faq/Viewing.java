package dev.parley.faq;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;

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

    /** What an entry about this page or product is lifted by. */
    double bonus(FaqEntry entry) {
        return isAbout(entry) ? BONUS : 0;
    }

    private boolean isAbout(FaqEntry entry) {
        if (this.equals(NOTHING)) {
            return false;
        }
        String[] steps = page == null ? new String[0] : path(page).split("/", -1);
        return entry.products().stream()
                .anyMatch(sku -> sku.equalsIgnoreCase(product)
                        || Arrays.stream(steps).anyMatch(step -> step.equalsIgnoreCase(sku)))
                || (page != null && entry.url() != null && path(page).length() > 1
                        && path(page).equals(path(entry.url())));
    }

    /** Without host, query and fragment: a shop has one site with several names more often than two sites with the same paths. */
    private static String path(String address) {
        try {
            String path = new URI(address.strip()).getPath();
            return path == null ? "" : path.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        } catch (URISyntaxException notAnAddress) {
            return "";
        }
    }
}
