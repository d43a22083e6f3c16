package dev.parley.faq.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.LocalModels;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Ranking.Ranked;
import org.jspecify.annotations.Nullable;

/** One tenant's entries, for readers without locks. Changes may repeat and be out of order; the latest wins. */
public final class StoreIndex implements AutoCloseable {
    /** {@code meaning} is null if not embedded yet. */
    public record StoredEntry(FaqEntry entry, long revision, @Nullable Meaning meaning) {}

    /** Extra candidates to rank, since one of them may be what the visitor looks at. */
    private static final int LIFTED = StoreMeasure.RIVALS + 3;
    private static final Comparator<FaqMatch> BEST_FIRST = Comparator.comparing(FaqMatch::verdict)
            .thenComparing(Comparator.comparingDouble(FaqMatch::score).reversed());

    private final ScoreFloor.Bounds bounds;
    private final LexicalIndex words = new LexicalIndex();
    private final Map<UUID, IndexedEntry> byId = new HashMap<>();
    private volatile Map<String, LanguageEntries> byLanguage = Map.of();
    private volatile Map<String, AnswerThreshold> standards = Map.of();
    private volatile ProductNames names = ProductNames.NONE;
    private volatile long revision;
    private final AtomicBoolean changed = new AtomicBoolean();
    private long lastKey;

    public StoreIndex(ScoreFloor.Bounds bounds) {
        this.bounds = bounds;
    }

    public long revision() {
        return revision;
    }

    /** Number of entries by language, drafts included. */
    public Map<String, Integer> languages() {
        Map<String, Integer> languages = new TreeMap<>();
        byLanguage.forEach((language, languageEntries) -> languages.put(language, languageEntries.entries().size()));
        return languages;
    }

    public Stream<IndexedEntry> entries() {
        return byLanguage.values().stream().flatMap(languageEntries -> languageEntries.entries().stream());
    }

    /** {@code present} are the ids of all existing entries; others are removed. */
    public synchronized void apply(Collection<StoredEntry> written, Set<UUID> present, long atRevision) {
        written.forEach(this::put);
        List<IndexedEntry> gone = byId.values().stream()
                .filter(entry -> entry.revision() <= atRevision && !present.contains(entry.entry().id())).toList();
        gone.forEach(this::remove);
        words.refresh();
        byLanguage = byId.values().stream().sorted(Comparator.comparing(entry -> entry.entry().id()))
                .collect(Collectors.groupingBy(IndexedEntry::language,
                        Collectors.collectingAndThen(Collectors.toList(), LanguageEntries::new)));
        changed.set(changed.get() || !written.isEmpty() || !gone.isEmpty());
        revision = Math.max(revision, atRevision);
    }

    /** Drafts included. */
    public int size() {
        return byLanguage.values().stream().mapToInt(languageEntries -> languageEntries.entries().size()).sum();
    }

    /** An independent index with the same entries, floors and names. */
    public StoreIndex copy() {
        StoreIndex copy = new StoreIndex(bounds);
        List<IndexedEntry> all = entries().toList();
        copy.apply(all.stream().map(each -> new StoredEntry(each.entry(), each.revision(), each.meaning())).toList(),
                all.stream().map(each -> each.entry().id()).collect(Collectors.toSet()), revision);
        copy.standards = standards;
        copy.names = names;
        return copy;
    }

    /** Call on a {@link #copy} only. {@code direction} is null if no model reads the wording. */
    public synchronized StoreIndex tryWith(FaqEntry entry, String wording, @Nullable Vector direction) {
        IndexedEntry known = byId.get(entry.id());
        Meaning meaning = known == null ? null : known.meaning();
        List<String> wordings = Stream.concat(entry.wordings().stream(), Stream.of(wording)).toList();
        Meaning more = meaning == null || direction == null
                ? null
                : Meaning.of(Stream.concat(meaning.wordings().stream().limit(wordings.size() - 1L),
                        Stream.of(direction)).toList(), meaning.answer());
        apply(List.of(new StoredEntry(entry.withWordings(wordings), revision + 1, more)), Set.copyOf(byId.keySet()),
                revision + 1);
        return this;
    }

    /** Recomputes floors and product names after changes: milliseconds, or up to a second for a large store. */
    public boolean calibrate() {
        if (!changed.getAndSet(false)) {
            return false;
        }
        Map<String, AnswerThreshold> learned = new HashMap<>();
        byLanguage.forEach((language, languageEntries) -> learned.put(language,
                Calibration.of(languageEntries, words, language, bounds)));
        standards = Map.copyOf(learned);
        names = ProductNames.of(entries().toList());
        return true;
    }

    private LanguageEntries languageEntries(String language) {
        return byLanguage.getOrDefault(language, LanguageEntries.EMPTY);
    }

    public ScoreFloor floor(String language) {
        return standard(language).floor();
    }

    private AnswerThreshold standard(String language) {
        return standards.getOrDefault(language, Calibration.usual(bounds));
    }

    public boolean comparesMeanings(String language) {
        return languageEntries(language).comparesMeanings();
    }

    /** As of the last {@link #calibrate}. */
    public ProductNames names() {
        return names;
    }

    /** Share of the text's words, weighted by rarity, that the entry or its answer contains: 0 to 1. */
    public double known(String text, FaqEntry entry) {
        String language = LocalModels.language(entry.locale());
        return words.find(text, language).known(new EntryWords(entry.wordings(), entry.answer(), language));
    }

    public boolean hasVerbatim(String text, Instant at) {
        Set<Long> verbatim = words.verbatim(text);
        return !verbatim.isEmpty()
                && entries().anyMatch(entry -> verbatim.contains(entry.key()) && entry.entry().visibleAt(at));
    }

    public Spelling.Mended mend(String text) {
        return Spelling.mend(text, words);
    }

    /** The nearest entries, best first; only those in the question's language if one of them answers. */
    public List<FaqMatch> find(Question question, Predicate<IndexedEntry> visible, int limit) {
        Set<Long> verbatim = words.verbatim(question.text());
        ProductNames known = names;
        Set<String> named = known.in(question.text());
        // The product that a question names decides, however close another product's entry is.
        Predicate<IndexedEntry> wanted = named.isEmpty()
                ? visible
                : visible.and(entry -> verbatim.contains(entry.key())
                        || !ProductNames.isOfAnother(entry.entry(), named));
        Set<String> viewed = named.isEmpty() ? known.viewed(question.viewing()) : Set.of();
        List<FaqMatch> found = new ArrayList<>();
        if (question.language() != null) {
            found.addAll(find(question, question.language(), verbatim, viewed, wanted, limit));
            if (!found.isEmpty() && found.getFirst().verdict() == Verdict.ANSWER) {
                return found;
            }
        }
        byLanguage.keySet().stream().filter(language -> !language.equals(question.language()))
                .forEach(language -> found.addAll(find(question, language, verbatim, viewed, wanted, limit)));
        return found.stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    /** True if a wanted entry can be compared with the question. */
    public boolean reads(Question question, Predicate<IndexedEntry> wanted) {
        return byLanguage.entrySet().stream()
                .filter(languageEntries -> languageEntries.getKey().equals(question.language())
                        || languageEntries.getValue().comparesWith(question.direction()))
                .anyMatch(languageEntries -> languageEntries.getValue().entries().stream().anyMatch(wanted));
    }

    private List<FaqMatch> find(Question question, String language, Set<Long> verbatim, Set<String> viewed,
            Predicate<IndexedEntry> wanted, int limit) {
        WordHits hits = words.find(question.text(), language);
        LanguageEntries languageEntries = languageEntries(language);
        List<Ranked> ranked = new ArrayList<>();
        boolean compared = languageEntries.comparesWith(question.direction());
        if (compared) {
            ranked.addAll(Ranking.of(question.direction(), hits, languageEntries,
                    wanted.and(entry -> entry.meaning() != null), limit + LIFTED));
        }
        if (!compared || languageEntries.isPartlyEmbedded()) {
            ranked.addAll(WordRanking.of(hits, languageEntries, words,
                    wanted.and(entry -> !compared || entry.meaning() == null), limit + LIFTED));
        }
        List<Ranked> ordered = ordered(ranked, entry -> question.viewing().bonus(entry, viewed),
                withWords(languageEntries, verbatim, wanted));
        Judge judge = new Judge(question, rest(question, language), hits, standard(language), ordered, verbatim);
        return IntStream.range(0, Math.min(limit, ordered.size())).mapToObj(judge::judge)
                // On the page of a shoe nobody asks about the jacket without naming it.
                .map(match -> ProductNames.isOfAnother(match.entry(), viewed) && match.verdict() == Verdict.ANSWER
                        && !match.signals().verbatim() ? match.judged(Verdict.WEAK) : match)
                .sorted(BEST_FIRST).toList();
    }

    private Supplier<Vector> rest(Question question, String language) {
        AtomicReference<@Nullable Vector> told = new AtomicReference<>();
        return () -> Objects
                .requireNonNull(told.updateAndGet(known -> known != null ? known : part(question, language)));
    }

    private Vector part(Question question, String language) {
        String rest = UnknownWords.without(question.text(), language, words);
        return rest.equals(question.text()) ? Vector.NONE : question.partly().apply(rest, language);
    }

    private static List<IndexedEntry> withWords(LanguageEntries languageEntries, Set<Long> verbatim,
            Predicate<IndexedEntry> wanted) {
        return verbatim.isEmpty()
                ? List.of()
                : languageEntries.entries().stream()
                        .filter(entry -> verbatim.contains(entry.key()) && wanted.test(entry))
                        .toList();
    }

    /** An entry that has the question word for word gets the best score, even if no model reads it. */
    private static List<Ranked> ordered(List<Ranked> ranked, ToDoubleFunction<FaqEntry> bonus,
            List<IndexedEntry> verbatim) {
        Map<Long, Ranked> byKey = new HashMap<>();
        ranked.forEach(each -> byKey.put(each.entry().key(), each));
        verbatim.forEach(entry -> byKey.merge(entry.key(), new Ranked(entry, 0, 1),
                (known, best) -> new Ranked(entry, known.best(), 1)));
        return byKey.values().stream()
                .map(each -> new Ranked(each.entry(), each.best(),
                        each.score() + bonus.applyAsDouble(each.entry().entry())))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed()
                        .thenComparing(each -> each.entry().entry().id()))
                .toList();
    }

    private void put(StoredEntry stored) {
        IndexedEntry old = byId.get(stored.entry().id());
        if (old != null && (old.revision() > stored.revision()
                || (old.revision() == stored.revision() && old.meaning() != null))) {
            return;
        }
        String language = LocalModels.language(stored.entry().locale());
        if (old != null && old.hasSameWords(stored.entry()) && old.language().equals(language)) {
            byId.put(stored.entry().id(), new IndexedEntry(stored.entry(), old.key(), stored.revision(), language,
                    stored.meaning(), old.cutWords()));
            return;
        }
        if (old != null) {
            words.remove(old.key());
        }
        IndexedEntry entry = new IndexedEntry(stored.entry(), ++lastKey, stored.revision(), language, stored.meaning());
        words.put(entry.key(), language, stored.entry());
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
