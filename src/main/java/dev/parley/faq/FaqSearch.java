package dev.parley.faq;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Finds the entries that a visitor's question is about, best first. */
@ApplicationScoped
public class FaqSearch {
    /** A question is what its first part says; the sentence model reads no more than this anyway. */
    private static final int LONGEST = 2_000;

    private final FaqIndexes indexes;
    private final FaqPoll poll;
    private final Embeddings embeddings;
    private final Workers workers;
    private final Clock clock;

    FaqSearch(FaqIndexes indexes, FaqPoll poll, Embeddings embeddings, Workers workers, Clock clock) {
        this.indexes = indexes;
        this.poll = poll;
        this.embeddings = embeddings;
        this.workers = workers;
        this.clock = clock;
    }

    /** Never blocks the caller; the matches arrive on the caller's Vert.x context. */
    public Uni<List<FaqMatch>> search(TenantId tenant, FaqQuery query) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || query.text().isBlank() || query.limit() < 1) {
            return Uni.createFrom().item(List.of());
        }
        return workers.answer(() -> find(index, query));
    }

    /** Whether every tenant's index has been built since the start. */
    public boolean ready() {
        return poll.ready();
    }

    private List<FaqMatch> find(StoreIndex index, FaqQuery query) {
        String text = query.text().length() <= LONGEST ? query.text() : query.text().substring(0, LONGEST);
        Instant now = clock.instant();
        Language written = Language.in(text);
        List<IndexedEntry> candidates = index.candidates(written, entry -> isFor(query, entry, now));
        if (candidates.isEmpty()) {
            return strangers(index, query, text, now, written);
        }
        Vector question = embeddings.embedQuestion(text, written);
        List<IndexedEntry> preferred = inLanguage(query.locale(), candidates);
        List<FaqMatch> matches = index.find(text, question, written, preferred, query.limit());
        boolean answered = !matches.isEmpty() && matches.getFirst().verdict() == Verdict.ANSWER;
        return answered || preferred.size() == candidates.size()
                ? matches
                : index.find(text, question, written, candidates, query.limit());
    }

    /** The shop has nothing in the question's language. Its sentence model does not understand the question: nothing here is sure. */
    private List<FaqMatch> strangers(StoreIndex index, FaqQuery query, String text, Instant now, Language written) {
        Language other = written == Language.HAN ? Language.LATIN : Language.HAN;
        List<IndexedEntry> candidates = index.candidates(other, entry -> isFor(query, entry, now));
        if (candidates.isEmpty()) {
            return List.of();
        }
        return index.find(text, embeddings.embedQuestion(text, other), other, candidates, query.limit()).stream()
                .map(match -> new FaqMatch(match.entry(), match.score(), Verdict.WEAK)).toList();
    }

    private static boolean isFor(FaqQuery query, IndexedEntry entry, Instant now) {
        List<String> products = entry.entry().products();
        return entry.entry().visibleAt(now) && (query.product() == null || products.isEmpty()
                || products.stream().anyMatch(product -> product.equalsIgnoreCase(query.product())));
    }

    private static List<IndexedEntry> inLanguage(@Nullable String locale, List<IndexedEntry> candidates) {
        if (locale == null) {
            return candidates;
        }
        String wanted = Language.primary(locale);
        List<IndexedEntry> speaking = candidates.stream()
                .filter(entry -> Language.primary(entry.entry().locale()).equals(wanted)).toList();
        return speaking.isEmpty() ? candidates : speaking;
    }
}
