package dev.parley.tenant;

import java.util.Map;

import dev.parley.platform.Etag;

/** Parley's sentences in the shop's own words by language and key, validated on creation. */
public record OwnSentences(Map<String, Map<String, String>> byLanguage) {
    public OwnSentences {
        byLanguage = WidgetRules.sentences(byLanguage);
    }

    public String etag() {
        return Etag.of(byLanguage.toString());
    }
}
