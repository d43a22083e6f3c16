package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/**
 * The shop's bot settings: the only text besides our rules that the model should obey.
 *
 * @param handoffHint when and how people answer, as a sentence
 * @param toneOrRules wishes about tone and content
 */
public record ShopFacts(String shopName, String botName, String handoffHint, @Nullable String toneOrRules) {}
