package dev.parley.shop;

import java.util.Optional;

/**
 * Whether there is to be a demo shop.
 *
 * @param asked what `parley.demo` says, if anything
 * @param devMode where a newcomer looks around
 * @param anyShop whether there is a shop of any kind
 * @param startedBefore whether this is not the first start
 * @param madeBefore whether there was one: then it was deleted, and stays so
 */
record DemoShopRule(Optional<Boolean> asked, boolean devMode, boolean anyShop, boolean startedBefore,
        boolean madeBefore) {
    boolean opens() {
        boolean usual = devMode || (!anyShop && !startedBefore);
        return !madeBefore && asked.orElse(usual);
    }
}
