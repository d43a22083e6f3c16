package dev.parley.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lexicon words for a typed one: equal, prefix, repeated letters, or one typing error. */
final class LexiconSpelling {
    /** In shorter words, one letter makes another word. */
    private static final int LONG_ENOUGH = 5;

    /** Longer endings form another word: "Mitarbeiterrabatt". */
    private static final int ENDING = 5;

    private final Set<String> words;
    private final Map<String, List<String>> byLetters = new HashMap<>();
    private final ShortenedWords shortened;

    LexiconSpelling(Set<String> words) {
        this.words = words;
        for (String word : words) {
            String plain = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
            put(byLetters, Folding.withoutRepeats(plain), word);
        }
        shortened = new ShortenedWords(words, LONG_ENOUGH);
    }

    List<String> of(String written) {
        List<String> found = new ArrayList<>(2);
        if (words.contains(written)) {
            found.add(written);
        }
        for (int length = written.length(); length > Math.max(1, written.length() - ENDING - 1); length--) {
            String stem = written.substring(0, length) + "*";
            if (words.contains(stem)) {
                found.add(stem);
            }
        }
        String letters = Folding.withoutRepeats(written);
        if (found.isEmpty() && (letters.length() >= LONG_ENOUGH - 1 || written.length() > letters.length() + 1)) {
            found.addAll(byLetters.getOrDefault(letters, List.of()));
        }
        return found.isEmpty() && written.length() >= LONG_ENOUGH ? mistaken(written) : found;
    }

    private List<String> mistaken(String written) {
        return shortened.near(written)
                .filter(word -> beginsAlike(word, written) && isNear(written, word.replace("*", "")))
                .distinct().toList();
    }

    /** Same first letter, or the first two swapped. */
    private static boolean beginsAlike(String word, String written) {
        return word.charAt(0) == written.charAt(0)
                || (word.length() > 1 && word.charAt(0) == written.charAt(1) && word.charAt(1) == written.charAt(0));
    }

    /** Edit distance of one, including a swap of neighbours. */
    private static boolean isNear(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int from = 0;
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        if (a.length() != b.length()) {
            String more = a.length() > b.length() ? a : b;
            String less = a.length() > b.length() ? b : a;
            return more.length() - less.length() == 1 && more.substring(from + 1).equals(less.substring(from));
        }
        boolean exchanged = from + 1 < shorter && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from)
                && a.substring(from + 2).equals(b.substring(from + 2));
        return from == shorter || exchanged || a.substring(from + 1).equals(b.substring(from + 1));
    }

    private static void put(Map<String, List<String>> map, String key, String word) {
        List<String> all = map.computeIfAbsent(key, fresh -> new ArrayList<>(1));
        if (!all.contains(word)) {
            all.add(word);
        }
    }
}
