package dev.parley.faq;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Vector;
import dev.parley.embedding.Workers;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Verdict;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Tries out what other wordings of an entry would change: with the search itself, on a copy of the shop's index that nobody else sees. */
@ApplicationScoped
public class FaqTrials {
    /** Of a larger store copying takes seconds, so that only what is found now is told. */
    private static final int MOST_ENTRIES = 3_000;

    private final FaqIndexes indexes;
    private final FaqSearch search;
    private final Meanings meanings;
    private final Workers workers;

    FaqTrials(FaqIndexes indexes, FaqSearch search, Meanings meanings, Workers workers) {
        this.indexes = indexes;
        this.search = search;
        this.meanings = meanings;
        this.workers = workers;
    }

    /**
     * What a wording would change.
     *
     * @param now the entry that answers it today; null where none does
     * @param after whether this entry would answer it; null where the store is too large to try it out
     * @param alsoFound of the questions asked, those that this entry would answer then and does not answer now
     */
    public record Gain(String wording, @Nullable FaqEntry now, @Nullable Boolean after, List<String> alsoFound) {}

    private record Trial(TenantId tenant, FaqEntry entry, StoreIndex copy, List<String> missed) {}

    /**
     * The gain of each wording, by itself, in their order. Floors are those of the store as it is.
     *
     * @param asked questions that visitors asked and that may be meant for this entry
     */
    public Uni<List<Gain>> gains(TenantId tenant, FaqEntry entry, List<String> wordings, List<String> asked) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || wordings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return each(wordings,
                wording -> answering(tenant, index, entry, wording)).chain(
                        now -> index.size() > MOST_ENTRIES
                                ? Uni.createFrom().item(IntStream.range(0, wordings.size())
                                        .mapToObj(i -> new Gain(wordings.get(i), now.get(i).orElse(null), null,
                                                List.of()))
                                        .toList())
                                : missed(tenant, index, entry, asked)
                                        .chain(missed -> workers.change(index::copy).chain(copy -> tried(
                                                new Trial(tenant, entry, copy, missed), wordings, now)
                                                .onTermination().invoke(copy::close))));
    }

    private Uni<List<String>> missed(TenantId tenant, StoreIndex index, FaqEntry entry, List<String> asked) {
        return each(asked, text -> answering(tenant, index, entry, text))
                .map(now -> IntStream.range(0, asked.size()).filter(i -> !isEntry(now.get(i), entry))
                        .mapToObj(asked::get).toList());
    }

    private static boolean isEntry(Optional<FaqEntry> found, FaqEntry entry) {
        return found.map(FaqEntry::id).equals(Optional.of(entry.id()));
    }

    private Uni<List<Gain>> tried(Trial trial, List<String> wordings, List<Optional<FaqEntry>> now) {
        return meanings.of(trial.tenant(), trial.entry(), wordings)
                .onFailure().recoverWithItem(List.of())
                .chain(vectors -> each(IntStream.range(0, wordings.size()).boxed().toList(), i -> tried(trial,
                        wordings.get(i), i < vectors.size() ? vectors.get(i) : null, now.get(i).orElse(null))));
    }

    private Uni<Gain> tried(Trial trial, String wording, @Nullable Vector direction, @Nullable FaqEntry now) {
        return workers.change(() -> trial.copy().tryWith(trial.entry(), wording, direction))
                .chain(copy -> answering(trial.tenant(), copy, trial.entry(), wording)
                        .chain(after -> missed(trial.tenant(), copy, trial.entry(), trial.missed())
                                .map(still -> new Gain(wording, now, isEntry(after, trial.entry()),
                                        without(trial.missed(), still)))));
    }

    private static List<String> without(List<String> all, List<String> those) {
        return all.stream().filter(each -> !those.contains(each)).toList();
    }

    /** The entry that a visitor who asks this in the entry's language is answered from. */
    private Uni<Optional<FaqEntry>> answering(TenantId tenant, StoreIndex index, FaqEntry entry, String text) {
        return search.find(tenant, index, new FaqQuery(text, 1, entry.locale(), null)).map(found -> found.matches()
                .stream().filter(match -> match.verdict() == Verdict.ANSWER).map(FaqMatch::entry).findFirst());
    }

    /** One after the other: a trial must not take the cores from visitors. */
    private static <A, B> Uni<List<B>> each(List<A> all, Function<A, Uni<B>> work) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect()
                .asList();
    }
}
