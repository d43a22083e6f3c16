package dev.parley.faq;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.LocalModel;
import dev.parley.embedding.Vector;
import dev.parley.embedding.Workers;
import dev.parley.faq.search.Correction;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.IndexedEntry;
import dev.parley.faq.search.ProductNames;
import dev.parley.faq.search.Question;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.Spelling;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Viewing;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class FaqSearch {
    /** In characters; the rest of a longer text is ignored. The sentence model does not read further either. */
    private static final int LONGEST = 2_000;

    private final FaqIndexes indexes;
    private final FaqPoll poll;
    private final Embeddings embeddings;
    private final Meanings meanings;
    private final EntryLanguages languages;
    private final Workers workers;
    private final Clock clock;

    FaqSearch(FaqIndexes indexes, FaqPoll poll, Embeddings embeddings, Meanings meanings, EntryLanguages languages,
            Workers workers, Clock clock) {
        this.indexes = indexes;
        this.poll = poll;
        this.embeddings = embeddings;
        this.meanings = meanings;
        this.languages = languages;
        this.workers = workers;
        this.clock = clock;
    }

    public Uni<List<FaqMatch>> search(TenantId tenant, FaqQuery query) {
        return find(tenant, query).map(FaqFound::matches);
    }

    /** Also searches for the corrected text; the better result wins. Emits on the caller's Vert.x context. */
    public Uni<FaqFound> find(TenantId tenant, FaqQuery query) {
        StoreIndex index = indexes.of(tenant);
        return index == null ? Uni.createFrom().item(FaqFound.NOTHING) : find(tenant, index, query);
    }

    Uni<FaqFound> find(TenantId tenant, StoreIndex index, FaqQuery query) {
        if (query.text().isBlank() || query.limit() < 1) {
            return Uni.createFrom().item(FaqFound.NOTHING);
        }
        String text = query.text().length() <= LONGEST ? query.text() : query.text().substring(0, LONGEST);
        Asked asked = new Asked(tenant, index, query, clock.instant());
        return on(asked, text, direction -> new Typed(found(asked, text, direction, List.of()), mended(asked, text)))
                .chain(typed -> typed.mended().corrections().isEmpty()
                        ? Uni.createFrom().item(typed.found())
                        : meant(asked, typed.mended()).map(meant -> better(typed.found(), meant)));
    }

    /** A foreign word is not a typing error, however close to a word of the shop: "viel" is not "view". */
    private Spelling.Mended mended(Asked asked, String text) {
        return languages.isForeign(text, asked.languages())
                ? new Spelling.Mended(text, List.of())
                : asked.index().mend(text);
    }

    private record Typed(FaqFound found, Spelling.Mended mended) {}

    private Uni<FaqFound> meant(Asked asked, Spelling.Mended mended) {
        return on(asked, mended.text(), direction -> found(asked, mended.text(), direction, mended.corrections()));
    }

    private record Asked(TenantId tenant, StoreIndex index, FaqQuery query, Instant now) {
        Set<String> languages() {
            return index.languages().keySet();
        }

        boolean wants(IndexedEntry entry) {
            List<String> products = entry.entry().products();
            return entry.entry().visibleAt(now) && (query.product() == null || products.isEmpty()
                    || products.stream().anyMatch(product -> product.equalsIgnoreCase(query.product())));
        }
    }

    /** Runs on a worker. Texts that nothing here can compare by meaning are not embedded. */
    private <T> Uni<T> on(Asked asked, String text, Function<Vector, T> work) {
        LocalModel reader = meanings.reader(text);
        return reader == null || asked.languages().stream().noneMatch(each -> meanings.reads(reader, each))
                ? workers.answer(() -> work.apply(Vector.NONE))
                : embeddings.withQuestion(asked.tenant(), text, reader, work);
    }

    private FaqFound found(Asked asked, String text, Vector direction, List<Correction> corrections) {
        String preferred = languages.preferred(text, asked.query().locale(), asked.languages());
        Question question = new Question(text, direction, (part, language) -> part(text, part, language), preferred,
                asked.query().viewing());
        Predicate<IndexedEntry> wanted = asked::wants;
        List<FaqMatch> matches = asked.index().find(question, wanted, asked.query().limit());
        return new FaqFound(matches, text, corrections, asked.index().reads(question, wanted));
    }

    /** Measured for English only; in mixed text the other language's words are no unknown words. */
    private Vector part(String text, String part, String language) {
        return language.equals("en") && meanings.reader(text) == LocalModel.ENGLISH && languages.isSurely("en", text)
                ? embeddings.partHere(part, LocalModel.ENGLISH)
                : Vector.NONE;
    }

    /** A correction is a guess: it wins only if it finds more. */
    private static FaqFound better(FaqFound typed, FaqFound meant) {
        if (meant.matches().isEmpty()) {
            return typed;
        }
        if (typed.matches().isEmpty()) {
            return meant;
        }
        FaqMatch one = typed.matches().getFirst();
        FaqMatch other = meant.matches().getFirst();
        int verdicts = one.verdict().compareTo(other.verdict());
        return verdicts < 0 || (verdicts == 0 && one.score() >= other.score()) ? typed : meant;
    }

    /** The score from which a match counts as an answer in the text's language; empty if the shop has no entries. */
    public Optional<ScoreFloor> floor(TenantId tenant, String text) {
        return Optional.ofNullable(indexes.of(tenant)).map(index -> {
            return index.floor(spoken(index, text));
        });
    }

    /** Share of the text's words, weighted by rarity, that the entry or its answer contains: 0 to 1. */
    public double known(TenantId tenant, String text, FaqEntry entry) {
        StoreIndex index = indexes.of(tenant);
        return index == null ? 0 : index.known(text, entry);
    }

    /**
     * The question with its product replaced by the one that the subject names, in the visitor's words and in the
     * entries': "what does the jacket weigh" and "the shoes". Empty if the question names no product, or the subject is
     * more than a product's name. {@code nearest} identifies the product if no entry has its name.
     */
    public Optional<String> swapped(TenantId tenant, String question, String subject, List<FaqMatch> nearest) {
        return Optional.ofNullable(indexes.of(tenant)).map(StoreIndex::names)
                .flatMap(names -> names.isNameOf(subject).or(() -> ProductNames.mostOf(nearest))
                        .flatMap(product -> names.swapped(question, product, subject)));
    }

    /** What visitors call the product that the text names, if it names exactly one. */
    public Optional<String> named(TenantId tenant, String text) {
        StoreIndex index = indexes.of(tenant);
        Set<String> named = index == null ? Set.of() : index.names().in(text);
        return named.size() != 1 || index == null
                ? Optional.empty()
                : named.stream().findFirst().flatMap(product -> index.names().called(product, spoken(index, text)));
    }

    private String spoken(StoreIndex index, String text) {
        String language = languages.preferred(text, null, index.languages().keySet());
        return language == null ? EntryLanguages.main(index.languages()) : language;
    }

    public List<String> productNames(TenantId tenant) {
        StoreIndex index = indexes.of(tenant);
        return index == null ? List.of() : index.names().all();
    }

    /** What visitors call the viewed product; empty if the text names a product itself. */
    public Optional<String> viewed(TenantId tenant, Viewing viewing, String text) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || !index.names().in(text).isEmpty()) {
            return Optional.empty();
        }
        return index.names().viewed(viewing).stream().sorted()
                .map(product -> index.names().called(product, spoken(index, text))).flatMap(Optional::stream)
                .findFirst();
    }

    /** True if an entry has this text as a wording. Then it is not treated as small talk. */
    public boolean hasWordForWord(TenantId tenant, String text) {
        StoreIndex index = indexes.of(tenant);
        return index != null && !text.isBlank() && index.hasVerbatim(text, clock.instant());
    }

    public Optional<String> mainLanguage(TenantId tenant) {
        return Optional.ofNullable(indexes.of(tenant)).map(StoreIndex::languages)
                .filter(languages -> !languages.isEmpty()).map(EntryLanguages::main);
    }

    public boolean ready() {
        return poll.ready();
    }
}
