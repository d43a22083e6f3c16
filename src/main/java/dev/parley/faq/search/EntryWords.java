package dev.parley.faq.search;

import java.lang.ref.SoftReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** An entry's tokenized wordings, computed on first use: most entries are never near a question. */
final class EntryWords {
    private final List<String> wordings;
    private final String answer;
    private final String language;
    private volatile @Nullable SoftReference<Cut> cut;
    private volatile @Nullable SoftReference<Set<String>> cutAnswer;

    private record Cut(List<Set<String>> byWording, Set<String> all) {
        static Cut of(List<Set<String>> byWording) {
            Set<String> all = new HashSet<>();
            byWording.forEach(all::addAll);
            return new Cut(byWording, all);
        }
    }

    EntryWords(List<String> wordings, String answer, String language) {
        this.wordings = wordings;
        this.answer = answer;
        this.language = language;
    }

    List<Set<String>> byWording() {
        return cut().byWording();
    }

    /** Of all wordings. Do not modify. */
    Set<String> all() {
        return cut().all();
    }

    Set<String> ofAnswer() {
        SoftReference<Set<String>> kept = cutAnswer;
        Set<String> known = kept == null ? null : kept.get();
        if (known == null) {
            known = Words.of(answer, language);
            cutAnswer = new SoftReference<>(known);
        }
        return known;
    }

    private Cut cut() {
        SoftReference<Cut> kept = cut;
        Cut known = kept == null ? null : kept.get();
        if (known == null) {
            known = Cut.of(wordings.stream().map(wording -> Words.of(wording, language)).toList());
            cut = new SoftReference<>(known);
        }
        return known;
    }
}
