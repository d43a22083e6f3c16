package dev.parley.faq;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.parley.faq.search.Words;

/** Matches rows without an id of ours to entries with the same question, products and language. */
final class SameQuestions {
    record Known(UUID id, String question, String locale, List<String> products) {
        private Key key() {
            return new Key(Words.bare(question), LocalModels.language(locale), Set.copyOf(new HashSet<>(products)));
        }
    }

    private record Key(String question, String language, Set<String> products) {}

    private SameQuestions() {}

    /** Each entry is matched at most once. */
    static List<FaqChange> resolve(List<FaqChange> changes, Collection<Known> all) {
        Set<UUID> ids = all.stream().map(Known::id).collect(Collectors.toSet());
        Set<UUID> taken = changes.stream().map(FaqChange::id).collect(Collectors.toSet());
        Map<Key, Deque<UUID>> byQuestion = new HashMap<>();
        all.stream().filter(known -> !taken.contains(known.id())).sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(known -> byQuestion.computeIfAbsent(known.key(), fresh -> new ArrayDeque<>()).add(known.id()));
        return changes.stream().map(change -> {
            if (!change.sameQuestion() || ids.contains(change.id())) {
                return change;
            }
            FaqContent content = change.content();
            UUID meant = byQuestion.getOrDefault(
                    new Known(change.id(), content.question(), content.locale(), content.products()).key(),
                    new ArrayDeque<>()).poll();
            return meant == null ? change : change.of(meant);
        }).toList();
    }
}
