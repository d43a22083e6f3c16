package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What the shop's own people set about their bot; the only words besides our rules that stand in the system role.
 *
 * @param handoffHint how a visitor reaches a person, as a sentence
 * @param toneOrRules the shop's wishes about tone and content
 */
public record ShopFacts(String shopName, String botName, String handoffHint, @Nullable String toneOrRules) {}
