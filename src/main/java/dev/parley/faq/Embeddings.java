package dev.parley.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Texts as directions: by the sentence models in this process, or by the operator's at a server. */
@ApplicationScoped
class Embeddings {
    private static final Logger LOG = Logger.getLogger(Embeddings.class);
    /** Texts in one request; servers take more, but a batch that fails is done again as a whole. */
    private static final int AT_ONCE = 64;

    private final SentenceModels here;
    private final @Nullable TextEmbedder elsewhere;
    private final Workers workers;
    private final LatestQuestions latest = new LatestQuestions();

    Embeddings(SentenceModels here, TextEmbedder server, Workers workers) {
        this.here = here;
        this.elsewhere = server.model().isPresent() ? server : null;
        this.workers = workers;
    }

    /** Kept with each stored vector; a new model makes the old vectors void. */
    String model(Language language) {
        return elsewhere == null ? language.model : elsewhere.model().orElseThrow();
    }

    /** Between what cosines a right match may lie. */
    ScoreFloor.Bounds bounds() {
        return elsewhere == null ? ScoreFloor.Bounds.HERE : ScoreFloor.Bounds.ELSEWHERE;
    }

    /** Has something done with the question's direction, on a worker. Where a server does not say it, the question's words must do. */
    <T> Uni<T> withQuestion(TenantId tenant, String text, Language language, Function<Vector, T> work) {
        TextEmbedder server = elsewhere;
        if (server == null) {
            return workers.answer(() -> work.apply(questionHere(text, language)));
        }
        Vector known = latest.find(text, language);
        Uni<Vector> vector = known != null
                ? Uni.createFrom().item(known)
                : server.embed(tenant, List.of(text)).map(floats -> Vector.of(floats.getFirst()))
                        .invoke(found -> latest.keep(text, language, found))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("tenant=%s a question is searched for by its words alone: %s",
                                tenant, failure.getMessage()))
                        .onFailure().recoverWithItem(Vector.NONE);
        return vector.chain(found -> workers.answer(() -> work.apply(found)));
    }

    private Vector questionHere(String text, Language language) {
        Vector known = latest.find(text, language);
        if (known != null) {
            return known;
        }
        Vector vector = here.embed(text, language);
        latest.keep(text, language, vector);
        return vector;
    }

    /**
     * The meanings of entries, in their order.
     *
     * @param urgent somebody waits for it: on all cores
     */
    Uni<List<StoredMeaning>> meanings(TenantId tenant, List<FaqEntry> entries, boolean urgent) {
        TextEmbedder server = elsewhere;
        return server == null
                ? workers.change(
                        () -> (urgent ? entries.parallelStream() : entries.stream()).map(this::meaningHere).toList())
                : vectors(server, tenant,
                        entries.stream().flatMap(entry -> StoredMeaning.texts(entry).stream()).toList())
                        .map(vectors -> meanings(entries, vectors));
    }

    private StoredMeaning meaningHere(FaqEntry entry) {
        Language language = Language.of(entry.locale());
        Stream<String> texts = StoredMeaning.texts(entry).stream();
        return StoredMeaning.of(entry, model(language), texts.map(text -> here.embed(text, language)).toList());
    }

    private static Uni<List<Vector>> vectors(TextEmbedder server, TenantId tenant, List<String> texts) {
        return Multi.createFrom().iterable(texts).group().intoLists().of(AT_ONCE)
                .onItem().transformToUniAndConcatenate(batch -> server.embed(tenant, batch))
                .onItem().transformToIterable(batch -> batch)
                .map(Vector::of)
                .collect().asList();
    }

    private List<StoredMeaning> meanings(List<FaqEntry> entries, List<Vector> vectors) {
        List<StoredMeaning> meanings = new ArrayList<>();
        int from = 0;
        for (FaqEntry entry : entries) {
            int to = from + StoredMeaning.texts(entry).size();
            meanings.add(StoredMeaning.of(entry, model(Language.of(entry.locale())), vectors.subList(from, to)));
            from = to;
        }
        return meanings;
    }

    /** The first question shall not wait for a model to load. */
    void warmUp(Language language) {
        if (elsewhere == null) {
            workers.change(() -> here.embed("Hello", language)).subscribe()
                    .with(done -> {}, failure -> LOG.error("The sentence model cannot be loaded.", failure));
        }
    }
}
