package dev.parley.faq.search;

import java.util.List;
import java.util.Set;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry prepared for search. {@code revision} is the tenant's that wrote it; {@code meaning} is null until embedded,
 * or if no model reads the language; then only words find it.
 */
public record IndexedEntry(FaqEntry entry, long key, long revision, String language, @Nullable Meaning meaning,
        EntryWords cutWords) {

    IndexedEntry(FaqEntry entry, long key, long revision, String language, @Nullable Meaning meaning) {
        this(entry, key, revision, language, meaning, new EntryWords(entry.wordings(), entry.answer(), language));
    }

    /** Vectors of the wordings, in the order of {@link FaqEntry#wordings}, their mean, and the answer. */
    public record Meaning(List<Vector> wordings, Vector middle, Vector answer) {
        public static Meaning of(List<Vector> wordings, Vector answer) {
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

    /** True if the lexical index needs no update for the other version. */
    boolean hasSameWords(FaqEntry other) {
        return entry.wordings().equals(other.wordings()) && entry.answer().equals(other.answer())
                && entry.products().equals(other.products()) && entry.tags().equals(other.tags());
    }

    Set<String> words() {
        return cutWords.all();
    }
}
