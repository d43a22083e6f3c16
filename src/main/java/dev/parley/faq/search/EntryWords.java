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
    private volatile @Nullable SoftReference<List<Set<String>>> cut;
    private volatile @Nullable SoftReference<Set<String>> cutAnswer;

    EntryWords(List<String> wordings, String answer, String language) {
        this.wordings = wordings;
        this.answer = answer;
        this.language = language;
    }

    List<Set<String>> byWording() {
        SoftReference<List<Set<String>>> kept = cut;
        List<Set<String>> known = kept == null ? null : kept.get();
        if (known == null) {
            known = wordings.stream().map(wording -> Words.of(wording, language)).toList();
            cut = new SoftReference<>(known);
        }
        return known;
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

    Set<String> all() {
        Set<String> all = new HashSet<>();
        byWording().forEach(all::addAll);
        return all;
    }
}
