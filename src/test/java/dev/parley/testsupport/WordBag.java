package dev.parley.testsupport;

import java.util.Locale;

/** Vectors for tests: texts with the same words have the same direction. */
final class WordBag {
    private static final int SIZE = 256;

    private WordBag() {}

    static float[] of(String text) {
        float[] vector = new float[SIZE];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                vector[Math.floorMod(word.hashCode() * 31 + word.length(), SIZE)] += 1;
            }
        }
        return vector;
    }
}
