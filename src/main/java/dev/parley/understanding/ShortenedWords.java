package dev.parley.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds candidates for a mistyped word: those that have a variant in common with it, the variants being the word itself
 * and all with one letter removed. 100,000 variants as hashes take 1 MB, as texts in a map 10.
 */
final class ShortenedWords {
    private final String[] words;
    /** A variant's hash in the upper half, the word's index in the lower, in order. */
    private final long[] variants;

    /** A {@code *} at the end of a word is no letter. Words shorter than {@code least} are left out. */
    ShortenedWords(Collection<String> words, int least) {
        this.words = words.stream().filter(word -> plain(word).length() >= least).toArray(String[]::new);
        this.variants = IntStream.range(0, this.words.length).boxed()
                .flatMapToLong(index -> variants(plain(this.words[index])).stream()
                        .mapToLong(variant -> key(variant.hashCode(), index)))
                .sorted().distinct().toArray();
    }

    /** Some words of equal hashes are among them, and some words more than once. */
    Stream<String> near(String written) {
        return variants(written).stream()
                .flatMap(variant -> with(variant.hashCode()).mapToObj(key -> words[(int) key]));
    }

    private LongStream with(int hash) {
        int found = Arrays.binarySearch(variants, key(hash, 0));
        int from = found < 0 ? -found - 1 : found;
        return Arrays.stream(variants, from, variants.length).takeWhile(key -> (int) (key >> 32) == hash);
    }

    private static long key(int hash, int index) {
        return ((long) hash << 32) | index;
    }

    private static String plain(String word) {
        return word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<String> variants(String word) {
        List<String> all = new ArrayList<>(word.length() + 1);
        all.add(word);
        for (int i = 0; i < word.length(); i++) {
            all.add(word.substring(0, i) + word.substring(i + 1));
        }
        return all;
    }
}
