package dev.parley.shop;

import java.util.Optional;

/** {@code asked} is the setting `parley.demo`; {@code madeBefore}: it existed and stays deleted. */
record DemoShopRule(Optional<Boolean> asked, boolean devMode, boolean anyShop, boolean startedBefore,
        boolean madeBefore) {
    boolean opens() {
        boolean usual = devMode || (!anyShop && !startedBefore);
        return !madeBefore && asked.orElse(usual);
    }
}
