package dev.parley.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Texts as directions: by the sentence models in this process, or by the operator's at a server. */
@ApplicationScoped
public class Embeddings {
    private static final Logger LOG = Logger.getLogger(Embeddings.class);
    /** Texts in one request; servers take more, but a batch that fails is done again as a whole. */
    private static final int AT_ONCE = 64;

    private final SentenceModels here;
    private final @Nullable TextEmbedder elsewhere;
    private final Workers workers;
    private final LatestQuestions latest = new LatestQuestions(Ticker.systemTicker());

    Embeddings(SentenceModels here, TextEmbedder server, Workers workers) {
        this.here = here;
        this.elsewhere = server.model().isPresent() ? server : null;
        this.workers = workers;
    }

    /**
     * Texts that belong together.
     *
     * @param reader where the models in this process are used
     */
    public record Texts(LocalModel reader, List<String> texts) {}

    /** Kept with each stored vector; a new model makes the old vectors void. */
    public String model(LocalModel reader) {
        return elsewhere == null ? reader.fileName : elsewhere.model().orElseThrow();
    }

    /** Whether a server embeds, instead of the models in this process. */
    public boolean elsewhere() {
        return elsewhere != null;
    }

    /** Has something done with the question's direction, on a worker. Where a server does not say it, the question's words must do. */
    public <T> Uni<T> withQuestion(TenantId tenant, String text, LocalModel reader, Function<Vector, T> work) {
        TextEmbedder server = elsewhere;
        if (server == null) {
            return workers.answer(() -> work.apply(questionHere(text, reader)));
        }
        Vector known = latest.find(text, reader);
        Uni<Vector> vector = known != null
                ? Uni.createFrom().item(known)
                : server.embed(tenant, List.of(text)).map(floats -> Vector.of(floats.getFirst()))
                        .invoke(found -> latest.keep(text, reader, found))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("tenant=%s a question is searched for by its words alone: %s",
                                tenant, failure.getMessage()))
                        .onFailure().recoverWithItem(Vector.NONE);
        return vector.chain(found -> workers.answer(() -> work.apply(found)));
    }

    /** A part of a question, on the caller's thread, which is a worker's; {@link Vector#NONE} where a server would have to be asked. */
    public Vector partHere(String text, LocalModel reader) {
        return elsewhere == null ? questionHere(text, reader) : Vector.NONE;
    }

    private Vector questionHere(String text, LocalModel reader) {
        Vector known = latest.find(text, reader);
        if (known != null) {
            return known;
        }
        Vector vector = here.embed(text, reader);
        latest.keep(text, reader, vector);
        return vector;
    }

    /**
     * The directions of many texts, in their order.
     *
     * @param urgent somebody waits for it: on all cores
     */
    public Uni<List<List<Vector>>> embed(TenantId tenant, List<Texts> groups, boolean urgent) {
        TextEmbedder server = elsewhere;
        return server == null
                ? workers.change(() -> (urgent ? groups.parallelStream() : groups.stream()).map(this::here).toList())
                : atServer(server, tenant, groups.stream().flatMap(group -> group.texts().stream()).toList())
                        .map(vectors -> grouped(groups, vectors));
    }

    private List<Vector> here(Texts group) {
        Stream<String> texts = group.texts().stream();
        return texts.map(text -> here.embed(text, group.reader())).toList();
    }

    private static Uni<List<Vector>> atServer(TextEmbedder server, TenantId tenant, List<String> texts) {
        return Multi.createFrom().iterable(texts).group().intoLists().of(AT_ONCE)
                .onItem().transformToUniAndConcatenate(batch -> server.embed(tenant, batch))
                .onItem().transformToIterable(batch -> batch)
                .map(Vector::of)
                .collect().asList();
    }

    private static List<List<Vector>> grouped(List<Texts> groups, List<Vector> vectors) {
        List<List<Vector>> grouped = new ArrayList<>();
        int from = 0;
        for (Texts group : groups) {
            int to = from + group.texts().size();
            grouped.add(vectors.subList(from, to));
            from = to;
        }
        return grouped;
    }

    /** The first question shall not wait for a model to load. */
    public void warmUp(LocalModel reader) {
        if (elsewhere == null) {
            workers.change(() -> here.embed("Hello", reader)).subscribe()
                    .with(done -> {}, failure -> LOG.error("The sentence model cannot be loaded.", failure));
        }
    }
}
