package dev.parley.tenant;

import java.util.Map;

import dev.parley.platform.Etag;

/**
 * Parley's sentences in a shop's own words; cannot be made of what visitors should not read.
 *
 * @param byLanguage texts by language and the sentence's key, in order
 */
public record OwnSentences(Map<String, Map<String, String>> byLanguage) {
    public OwnSentences {
        byLanguage = WidgetRules.sentences(byLanguage);
    }

    /** Another one after every change. */
    public String etag() {
        return Etag.of(byLanguage.toString());
    }
}
