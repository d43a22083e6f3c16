package dev.parley.language;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.platform.ParleyException;

/** Which sentences a shop may replace. Settings validate the texts themselves. */
public final class SentenceRules {
    private SentenceRules() {}

    /** Refuses unknown languages and sentences, which would never be shown. */
    public static void require(Map<String, Map<String, String>> own) {
        own.forEach((language, sentences) -> {
            if (Sentences.SPOKEN.stream().noneMatch(spoken -> spoken.code().equals(language))) {
                throw refused("knows the languages " + Sentences.SPOKEN.stream().map(Language::code)
                        .collect(Collectors.joining(", ")));
            }
            sentences.forEach(SentenceRules::require);
        });
    }

    private static void require(String key, String text) {
        Sentence sentence = Sentence.of(key).orElseThrow(() -> refused("knows the sentences "
                + Arrays.stream(Sentence.values()).map(Sentence::key).collect(Collectors.joining(", "))));
        String place = sentence.place();
        if (place != null && !text.contains(place)) {
            throw refused("needs " + place + " in `" + key + "`");
        }
    }

    private static ParleyException refused(String what) {
        return ParleyException.field("sentences", "bad_sentences", what + ".");
    }
}
