package dev.parley.faq;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import dev.parley.embedding.Vector;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Question;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoreIndex;

/**
 * Prints the time of a search in a store of 10,000 entries with five wordings each, without the embedding, over several
 * runs.
 */
public final class SearchBench {
    private static final int ENTRIES = 10_000;
    private static final int WORDINGS = 5;
    private static final int SEARCHES = 2_000;
    private static final int RUNS = 5;
    private static final Random RANDOM = new Random(1);

    /** CPU time, since wall time on a busy machine measures other programs. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SearchBench() {}

    public static void main(String[] arguments) {
        p99();
    }

    /** Milliseconds of CPU, the best of several runs, since the first ones are interpreted. */
    public static double p99() {
        double best = Double.MAX_VALUE;
        long start = System.nanoTime();
        List<StoreIndex.StoredEntry> stored = stored();
        StoreIndex index = index(stored);
        System.err.printf(Locale.ROOT, "index of %d entries built and calibrated in %d ms%n", ENTRIES,
                millisSince(start));
        long found = 0;
        for (int run = 0; run < RUNS; run++) {
            long[] micros = new long[SEARCHES];
            for (int i = 0; i < SEARCHES; i++) {
                String question = text(8);
                Vector vector = near(stored.get(RANDOM.nextInt(ENTRIES)));
                long before = THREADS.getCurrentThreadCpuTime();
                found += index
                        .find(new Question(question, vector), entry -> entry.entry().visibleAt(Instant.EPOCH), 5)
                        .size();
                micros[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1_000;
            }
            Arrays.sort(micros);
            System.err.printf(Locale.ROOT, "search, CPU time: p50 %.2f ms  p99 %.2f ms%n",
                    micros[SEARCHES / 2] / 1000.0,
                    micros[SEARCHES * 99 / 100] / 1000.0);
            best = Math.min(best, micros[SEARCHES * 99 / 100] / 1000.0);
        }
        System.err.println("matches " + found);
        return best;
    }

    private static List<StoreIndex.StoredEntry> stored() {
        List<StoreIndex.StoredEntry> stored = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            List<String> wordings = RANDOM.ints(WORDINGS).mapToObj(any -> text(9)).distinct().toList();
            float[] middle = direction();
            List<Vector> vectors = wordings.stream().map(wording -> Vector.of(blend(middle))).toList();
            stored.add(new StoreIndex.StoredEntry(EvalData.entry(wordings, "An answer."), 1,
                    Meaning.of(vectors, Vector.of(blend(middle)))));
        }
        return stored;
    }

    private static StoreIndex index(List<StoreIndex.StoredEntry> stored) {
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(stored, new HashSet<>(stored.stream().map(one -> one.entry().id()).toList()), 1);
        index.calibrate();
        return index;
    }

    /** From a vocabulary of 3,000 words with the frequencies of a language. */
    private static String text(int words) {
        return RANDOM.doubles(words).mapToObj(any -> "word" + (int) (3_000 * any * any * any))
                .collect(Collectors.joining(" "));
    }

    private static Vector near(StoreIndex.StoredEntry entry) {
        Meaning meaning = entry.meaning();
        return meaning == null
                ? Vector.of(direction())
                : Vector.mean(List.of(meaning.middle(), Vector.of(direction())));
    }

    private static float[] blend(float[] middle) {
        float[] own = direction();
        for (int i = 0; i < own.length; i++) {
            own[i] = middle[i] + own[i] / 2;
        }
        return own;
    }

    private static float[] direction() {
        float[] values = new float[384];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return values;
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
