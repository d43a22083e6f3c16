package dev.parley.faq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.parley.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * An entry made ready for search.
 *
 * @param key its name in the lexical index
 * @param revision the tenant's revision that wrote it
 * @param meaning null until its texts have been embedded; until then only its words find it
 */
record IndexedEntry(FaqEntry entry, long key, long revision, Language language, @Nullable Meaning meaning) {

    /**
     * Where it lies in the sentence model's space.
     *
     * @param wordings in the order of {@link FaqEntry#wordings}
     * @param middle their mean
     */
    record Meaning(List<Vector> wordings, Vector middle, Vector answer) {
        static Meaning of(List<Vector> wordings, Vector answer) {
            return new Meaning(List.copyOf(wordings), Vector.mean(wordings), answer);
        }

        float best(Vector question) {
            float best = -1;
            for (Vector wording : wordings) {
                best = Math.max(best, wording.cosine(question));
            }
            return best;
        }
    }

    Set<String> words() {
        Set<String> words = new HashSet<>();
        entry.wordings().forEach(wording -> words.addAll(Words.of(wording, language)));
        return words;
    }
}
