package dev.parley.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.parley.embedding.Vector;
import dev.parley.faq.IndexedEntry.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's entries in memory, ready for search. Readers never wait: they see the entries as the last change left them. Changes may
 * come twice and out of order; of an entry the highest revision stays.
 */
final class StoreIndex implements AutoCloseable {
    /** An entry as the database has it; no meaning where its texts have not been embedded yet. */
    record Stored(FaqEntry entry, long revision, @Nullable Meaning meaning) {}

    private final ScoreFloor.Bounds bounds;
    private final LexicalIndex words = new LexicalIndex();
    private final Map<UUID, IndexedEntry> byId = new HashMap<>();
    private volatile Map<Language, Shelf> shelves = Map.of();
    private volatile Map<Language, Standard> standards = Map.of();
    private volatile long revision;
    private final AtomicBoolean changed = new AtomicBoolean();
    private long lastKey;

    StoreIndex(ScoreFloor.Bounds bounds) {
        this.bounds = bounds;
    }

    long revision() {
        return revision;
    }

    boolean has(Language language, Predicate<IndexedEntry> wanted) {
        return shelf(language).entries().stream().anyMatch(wanted);
    }

    boolean has(Language language) {
        return !shelf(language).entries().isEmpty();
    }

    /** Entries that only their words find so far. */
    List<IndexedEntry> withoutMeaning() {
        return shelves.values().stream().flatMap(shelf -> shelf.entries().stream())
                .filter(entry -> entry.meaning() == null).toList();
    }

    /**
     * Takes over what the database had at {@code revision}.
     *
     * @param present ids of all entries there are: the others have gone
     */
    synchronized void apply(Collection<Stored> written, Set<UUID> present, long atRevision) {
        written.forEach(this::put);
        List<IndexedEntry> gone = byId.values().stream()
                .filter(entry -> entry.revision() <= atRevision && !present.contains(entry.entry().id())).toList();
        gone.forEach(this::remove);
        words.refresh();
        shelves = byId.values().stream().sorted(Comparator.comparing(entry -> entry.entry().id()))
                .collect(Collectors.groupingBy(IndexedEntry::language,
                        Collectors.collectingAndThen(Collectors.toList(), Shelf::new)));
        changed.set(changed.get() || !written.isEmpty() || !gone.isEmpty());
        revision = Math.max(revision, atRevision);
    }

    /** Learns the score floors anew if anything has changed; some milliseconds for a small store, up to a second for a large one. */
    boolean calibrate() {
        if (!changed.getAndSet(false)) {
            return false;
        }
        Map<Language, Standard> learned = new HashMap<>();
        for (Language language : Language.values()) {
            learned.put(language, Calibration.of(shelf(language), words, language, bounds));
        }
        standards = Map.copyOf(learned);
        return true;
    }

    private Shelf shelf(Language language) {
        return shelves.getOrDefault(language, Shelf.EMPTY);
    }

    ScoreFloor floor(Language language) {
        return standard(language).floor();
    }

    private Standard standard(Language language) {
        return standards.getOrDefault(language, Calibration.usual(bounds));
    }

    /** The wanted entries nearest to the question, best first. */
    List<FaqMatch> find(String text, Vector question, Language language, Predicate<IndexedEntry> wanted,
            int limit) {
        WordHits hits = words.find(text, language);
        List<Ranking.Ranked> ranked = Ranking.of(question, hits, shelf(language), wanted,
                Math.max(limit, StoreMeasure.RIVALS) + 1);
        Standard standard = standard(language);
        List<FaqMatch> matches = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, ranked.size()); i++) {
            Ranking.Ranked match = ranked.get(i);
            matches.add(new FaqMatch(match.entry().entry(), match.score(),
                    standard.judge(text, question, hits, ranked, i)));
        }
        return matches;
    }

    private void put(Stored stored) {
        IndexedEntry old = byId.get(stored.entry().id());
        if (old != null && (old.revision() > stored.revision()
                || (old.revision() == stored.revision() && old.meaning() != null))) {
            return;
        }
        Language language = Language.of(stored.entry().locale());
        if (old != null && old.entry().wordings().equals(stored.entry().wordings()) && old.language() == language) {
            byId.put(stored.entry().id(),
                    new IndexedEntry(stored.entry(), old.key(), stored.revision(), language, stored.meaning()));
            return;
        }
        if (old != null) {
            words.remove(old.key());
        }
        IndexedEntry entry = new IndexedEntry(stored.entry(), ++lastKey, stored.revision(), language, stored.meaning());
        words.put(entry.key(), language, stored.entry().wordings());
        byId.put(stored.entry().id(), entry);
    }

    private void remove(IndexedEntry entry) {
        words.remove(entry.key());
        byId.remove(entry.entry().id());
    }

    @Override
    public void close() {
        words.close();
    }
}
