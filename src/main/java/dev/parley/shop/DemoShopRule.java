package dev.parley.shop;

import java.util.Optional;

/**
 * Decides if there should be a demo shop.
 *
 * @param asked the setting `parley.demo`
 * @param anyShop any shop exists
 * @param startedBefore this is not the first start
 * @param madeBefore it existed and was deleted, and stays deleted
 */
record DemoShopRule(Optional<Boolean> asked, boolean devMode, boolean anyShop, boolean startedBefore,
        boolean madeBefore) {
    boolean opens() {
        boolean usual = devMode || (!anyShop && !startedBefore);
        return !madeBefore && asked.orElse(usual);
    }
}
