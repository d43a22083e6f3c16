package dev.parley.understanding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words of {@code understanding/agreement.txt} by language: those allowed in a yes, and those that restrict it. */
final class SmallWords {
    private final Map<String, Set<String>> small = new HashMap<>();
    private final Map<String, Set<String>> limits = new HashMap<>();

    private static final class File {
        static final SmallWords WORDS = new SmallWords();
    }

    static SmallWords get() {
        return File.WORDS;
    }

    private SmallWords() {
        for (String line : Lexicon.text("understanding/agreement.txt").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                String language = line.substring(0, line.indexOf(' '));
                Map<String, Set<String>> kind = line.substring(0, colon).endsWith("limit") ? limits : small;
                Set<String> words = kind.computeIfAbsent(language, fresh -> new HashSet<>());
                MessageToken.of(line.substring(colon + 1)).stream().filter(MessageToken::isWord)
                        .forEach(word -> words.add(word.text()));
            }
        }
    }

    boolean isSmall(Phrase yes, String word) {
        return isIn(small, yes, word);
    }

    boolean limits(Phrase yes, String word) {
        return isIn(limits, yes, word);
    }

    private static boolean isIn(Map<String, Set<String>> words, Phrase yes, String word) {
        return words.entrySet().stream().filter(entry -> yes.isEverywhere() || yes.languages().contains(entry.getKey()))
                .anyMatch(entry -> entry.getValue().contains(word));
    }
}
