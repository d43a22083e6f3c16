package dev.parley.faq;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.Vector;
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
    private final Clock clock;

    FaqSearch(FaqIndexes indexes, FaqPoll poll, Embeddings embeddings, Clock clock) {
        this.indexes = indexes;
        this.poll = poll;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    /** Never blocks the caller; the matches arrive on the caller's Vert.x context. */
    public Uni<List<FaqMatch>> search(TenantId tenant, FaqQuery query) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || query.text().isBlank() || query.limit() < 1) {
            return Uni.createFrom().item(List.of());
        }
        return find(tenant, index, query);
    }

    /** From where on a match answers a question in this text's language; empty while the shop has no entries. */
    public Optional<ScoreFloor> floor(TenantId tenant, String text) {
        return Optional.ofNullable(indexes.of(tenant)).map(index -> index.floor(Language.in(text)));
    }

    /** Whether every tenant's index has been built since the start. */
    public boolean ready() {
        return poll.ready();
    }

    private Uni<List<FaqMatch>> find(TenantId tenant, StoreIndex index, FaqQuery query) {
        String text = query.text().length() <= LONGEST ? query.text() : query.text().substring(0, LONGEST);
        Instant now = clock.instant();
        Predicate<IndexedEntry> wanted = entry -> isFor(query, entry, now);
        Language written = Language.in(text);
        if (!index.has(written, wanted)) {
            return strangers(tenant, index, query, text, wanted,
                    written == Language.HAN ? Language.LATIN : Language.HAN);
        }
        return embeddings.withQuestion(tenant, text, written.reader,
                question -> find(index, query, new Asked(text, question, written), wanted));
    }

    private record Asked(String text, Vector direction, Language language) {
        List<FaqMatch> in(StoreIndex index, Predicate<IndexedEntry> wanted, int limit) {
            return index.find(text, direction, language, wanted, limit);
        }
    }

    private static List<FaqMatch> find(StoreIndex index, FaqQuery query, Asked asked, Predicate<IndexedEntry> wanted) {
        String locale = query.locale();
        List<FaqMatch> preferred = locale == null
                ? List.of()
                : asked.in(index, wanted.and(speaks(locale)), query.limit());
        boolean answered = !preferred.isEmpty() && preferred.getFirst().verdict() == Verdict.ANSWER;
        return answered ? preferred : asked.in(index, wanted, query.limit());
    }

    private static Predicate<IndexedEntry> speaks(String locale) {
        String language = Language.primary(locale);
        return entry -> Language.primary(entry.entry().locale()).equals(language);
    }

    /** The shop has nothing in the question's language. The other's sentence model does not understand it: nothing here is sure. */
    private Uni<List<FaqMatch>> strangers(TenantId tenant, StoreIndex index, FaqQuery query, String text,
            Predicate<IndexedEntry> wanted, Language other) {
        if (!index.has(other, wanted)) {
            return Uni.createFrom().item(List.of());
        }
        return embeddings.withQuestion(tenant, text, other.reader,
                question -> new Asked(text, question, other).in(index, wanted, query.limit()).stream()
                        .map(match -> new FaqMatch(match.entry(), match.score(), Verdict.WEAK)).toList());
    }

    private static boolean isFor(FaqQuery query, IndexedEntry entry, Instant now) {
        List<String> products = entry.entry().products();
        return entry.entry().visibleAt(now) && (query.product() == null || products.isEmpty()
                || products.stream().anyMatch(product -> product.equalsIgnoreCase(query.product())));
    }
}
