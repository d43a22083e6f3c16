package dev.parley.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Probability of a letter after two others, per language. Lingua's numbers, without its memory and threads. */
final class LetterStatistics {
    static final List<String> LANGUAGES = KnownWords.LANGUAGES;
    private static final int MANY = LANGUAGES.size();
    private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams");
    /** Rarer letters come from foreign names. */
    private static final double OF_THE_ALPHABET = 2e-5;
    /** Steps per unit of a natural logarithm: 255 steps reach down to e^-16. */
    private static final double STEPS = 16;
    /** Penalties for a shorter history and for a letter that the language lacks. */
    private static final double SHORTER = 1.2;
    private static final double UNKNOWN = 12;

    /** Does not intern field names: thousands occur once. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private long[] keys = new long[1 << 12];
    private byte[] costs = new byte[keys.length * MANY];
    private int filled;

    private LetterStatistics() {}

    /** Takes about a second of CPU. */
    static LetterStatistics read() {
        LetterStatistics read = new LetterStatistics();
        for (int language = 0; language < MANY; language++) {
            for (String file : FILES) {
                read.read(language, "language-models/" + LANGUAGES.get(language) + "/" + file + ".json");
            }
        }
        return read;
    }

    private void read(int language, String name) {
        try (InputStream file = LetterStatistics.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            JsonParser json = JSON.createParser(file);
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && json.currentName().indexOf('/') > 0) {
                    add(language, share(json.currentName()), json.getText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The resource " + name + " is not readable", e);
        }
    }

    private static double share(String fraction) {
        int slash = fraction.indexOf('/');
        return Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
    }

    private void add(int language, double share, String grams) {
        byte cost = (byte) Math.clamp(Math.round(-Math.log(share) * STEPS) + 1, 1, 255);
        for (String gram : grams.split(" ", -1)) {
            if (gram.length() == 1 ? share >= OF_THE_ALPHABET : isOfTheAlphabet(language, gram)) {
                // Creating a slot may replace the array.
                int place = place(key(gram, 0, gram.length()));
                costs[place * MANY + language] = cost;
            }
        }
    }

    private boolean isOfTheAlphabet(int language, String gram) {
        for (int i = 0; i < gram.length(); i++) {
            int slot = find(gram.charAt(i));
            if (keys[slot] == 0 || costs[slot * MANY + language] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds the word's log probability to each language's sum. */
    void weigh(String word, double weight, double[] sums) {
        for (int end = 1; end <= word.length(); end++) {
            int three = end > 2 ? find(key(word, end - 3, end)) : -1;
            int two = end > 1 ? find(key(word, end - 2, end)) : -1;
            int one = find(word.charAt(end - 1));
            for (int language = 0; language < MANY; language++) {
                sums[language] -= weight * cost(three, two, one, language);
            }
        }
    }

    private double cost(int three, int two, int one, int language) {
        int cost = three < 0 ? 0 : costs[three * MANY + language] & 0xff;
        if (cost > 0) {
            return (cost - 1) / STEPS;
        }
        double shorter = three < 0 ? 0 : SHORTER;
        cost = two < 0 ? 0 : costs[two * MANY + language] & 0xff;
        if (cost > 0) {
            return shorter + (cost - 1) / STEPS;
        }
        shorter += two < 0 ? 0 : SHORTER;
        cost = costs[one * MANY + language] & 0xff;
        return cost > 0 ? shorter + (cost - 1) / STEPS : UNKNOWN;
    }

    private static long key(String text, int from, int to) {
        long key = 0;
        for (int i = from; i < to; i++) {
            key = key << 16 | text.charAt(i);
        }
        return key;
    }

    private int place(long key) {
        int slot = find(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            if (++filled > keys.length * 0.7) {
                grow();
                return find(key);
            }
        }
        return slot;
    }

    /** Index of the key or of an empty slot, whose costs are 0. */
    private int find(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldCosts = costs;
        keys = new long[oldKeys.length * 2];
        costs = new byte[keys.length * MANY];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = find(oldKeys[old]);
                keys[slot] = oldKeys[old];
                System.arraycopy(oldCosts, old * MANY, costs, slot * MANY, MANY);
            }
        }
    }
}
