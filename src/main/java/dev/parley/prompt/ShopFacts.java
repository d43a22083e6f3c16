package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/** The shop's bot settings: the only text besides our rules that the model should obey. */
public record ShopFacts(String shopName, String botName, String handoffHint, @Nullable String toneOrRules) {}
