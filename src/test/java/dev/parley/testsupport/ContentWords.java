package dev.parley.testsupport;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The content words of a text, for comparison; for scripts without spaces, pairs of characters. */
final class ContentWords {
    private static final Set<String> EMPTY = Set.of(("a an the i me my mine we us our you your yours it its he she they"
            + " them their this that these those is are was were be been am do does did done can could may might must"
            + " shall should will would have has had get got to of in on at for from by with as into out up off if or"
            + " and but not no so than then there here what which who whom whose when where why how any some one all"
            + " also too just please hello hi hey ok much many long want need know tell im dont whats pls thanks thank"
            + " about still again").split(" ", -1));
    private static final String WITHOUT_SPACES = ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}].*";
    /** Treats "deliver" and "delivery", "refund" and "refunds" as the same. */
    private static final int SAME_BEGINNING = 4;
    private static final int LONGEST_ENDING = 3;

    private ContentWords() {}

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).replaceAll("['’]s?\\b", "").split("[^\\p{L}\\p{N}\\p{M}]+",
                -1)) {
            if (word.matches(WITHOUT_SPACES)) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    static boolean has(Collection<String> words, String wanted) {
        return words.stream().anyMatch(word -> same(word, wanted));
    }

    private static boolean same(String a, String b) {
        int shared = 0;
        while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return a.equals(b)
                || (shared >= SAME_BEGINNING && shared >= Math.max(a.length(), b.length()) - LONGEST_ENDING);
    }
}
