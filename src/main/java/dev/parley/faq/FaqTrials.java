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

/** Predicts the effect of new wordings of an entry: runs the search on a private copy of the shop's index. */
@ApplicationScoped
public class FaqTrials {
    /** Copying a larger store takes seconds; then only today's result is reported. */
    private static final int MAX_ENTRIES = 3_000;

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
     * The predicted effect of a wording. {@code now} is the entry that answers it today; {@code after} is null in a
     * large store; {@code alsoFound} are asked questions that the entry would answer then.
     */
    public record Gain(String wording, @Nullable FaqEntry now, @Nullable Boolean after, List<String> alsoFound) {}

    private record Trial(TenantId tenant, FaqEntry entry, StoreIndex copy, List<String> missed) {}

    /** Each wording's gain by itself, with today's score floors. {@code asked} may be about this entry. */
    public Uni<List<Gain>> gains(TenantId tenant, FaqEntry entry, List<String> wordings, List<String> asked) {
        StoreIndex index = indexes.of(tenant);
        if (index == null || wordings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return each(wordings,
                wording -> answering(tenant, index, entry, wording)).chain(
                        now -> index.size() > MAX_ENTRIES
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

    private Uni<Optional<FaqEntry>> answering(TenantId tenant, StoreIndex index, FaqEntry entry, String text) {
        return search.find(tenant, index, new FaqQuery(text, 1, entry.locale(), null)).map(found -> found.matches()
                .stream().filter(match -> match.verdict() == Verdict.ANSWER).map(FaqMatch::entry).findFirst());
    }

    /** Sequential: a trial must not take CPU from visitors. */
    private static <A, B> Uni<List<B>> each(List<A> all, Function<A, Uni<B>> work) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect()
                .asList();
    }
}
