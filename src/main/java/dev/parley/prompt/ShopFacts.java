package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What the shop's own people set about their bot; the only words besides our rules that the model is to heed.
 *
 * @param handoffHint when and how people answer, as a sentence; the button for it is known to the rules
 * @param toneOrRules the shop's wishes about tone and content
 */
public record ShopFacts(String shopName, String botName, String handoffHint, @Nullable String toneOrRules) {}
