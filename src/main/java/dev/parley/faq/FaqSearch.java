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
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Finds the entries that a visitor's question is about, best first. */
@ApplicationScoped
public class FaqSearch {
    /** A question is what its first part says; the sentence model reads no more than this anyway. */
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

    /** The matches of {@link #find} alone. */
    public Uni<List<FaqMatch>> search(TenantId tenant, FaqQuery query) {
        return find(tenant, query).map(FaqFound::matches);
    }

    /**
     * Searches for the text as typed and, where it has typing errors, for what was meant as well; what finds more counts. Never blocks the
     * caller; what was found arrives on the caller's Vert.x context.
     */
    public Uni<FaqFound> find(TenantId tenant, FaqQuery query) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || query.text().isBlank() || query.limit() < 1) {
            return Uni.createFrom().item(FaqFound.NOTHING);
        }
        String text = query.text().length() <= LONGEST ? query.text() : query.text().substring(0, LONGEST);
        Asked asked = new Asked(tenant, index, query, clock.instant());
        return on(asked, text, direction -> new Typed(found(asked, text, direction, List.of()), index.mend(text)))
                .chain(typed -> typed.mended().corrections().isEmpty()
                        ? Uni.createFrom().item(typed.found())
                        : meant(asked, typed.mended()).map(meant -> better(typed.found(), meant)));
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

    /** On a worker. Texts of which nothing here can be compared by meaning are not embedded. */
    private <T> Uni<T> on(Asked asked, String text, Function<Vector, T> work) {
        LocalModel reader = meanings.reader(text);
        return reader == null || asked.languages().stream().noneMatch(each -> meanings.reads(reader, each))
                ? workers.answer(() -> work.apply(Vector.NONE))
                : embeddings.withQuestion(asked.tenant(), text, reader, work);
    }

    private FaqFound found(Asked asked, String text, Vector direction, List<Correction> corrections) {
        String preferred = languages.preferred(text, asked.query().locale(), asked.languages());
        Question question = new Question(text, direction, preferred, asked.query().viewing());
        Predicate<IndexedEntry> wanted = asked::wants;
        List<FaqMatch> matches = asked.index().find(question, wanted, asked.query().limit());
        return new FaqFound(matches, text, corrections, asked.index().reads(question, wanted));
    }

    /** A correction is a guess: it counts only where it finds more than the words that were typed. */
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

    /** From where on a match answers a question in this text's language; empty while the shop has no entries. */
    public Optional<ScoreFloor> floor(TenantId tenant, String text) {
        return Optional.ofNullable(indexes.of(tenant)).map(index -> {
            String preferred = languages.preferred(text, null, index.languages().keySet());
            return index.floor(preferred == null ? EntryLanguages.main(index.languages()) : preferred);
        });
    }

    /** Whether every tenant's index has been built since the start. */
    public boolean ready() {
        return poll.ready();
    }
}
