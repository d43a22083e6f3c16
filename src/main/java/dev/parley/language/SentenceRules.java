package dev.parley.language;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.platform.ParleyException;

/** Which sentences a shop may have in its own words. What they may say otherwise is for the settings to check, as of all their texts. */
public final class SentenceRules {
    private SentenceRules() {}

    /** Refuses languages and sentences that do not exist, because nobody would ever hear those. */
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
