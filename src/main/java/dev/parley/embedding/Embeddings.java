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

@ApplicationScoped
public class Embeddings {
    private static final Logger LOG = Logger.getLogger(Embeddings.class);
    /** Texts per request. Servers accept more, but a failed batch is repeated as a whole. */
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

    /** {@code reader}: used if the models are local. */
    public record Texts(LocalModel reader, List<String> texts) {}

    /** The name stored with each vector; vectors of another model are invalid. */
    public String model(LocalModel reader) {
        return elsewhere == null ? reader.fileName : elsewhere.model().orElseThrow();
    }

    /** True if a server embeds instead of the local models. */
    public boolean elsewhere() {
        return elsewhere != null;
    }

    /** Runs {@code work} on a worker, with {@link Vector#NONE} if the server fails: words must do. */
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

    /** Embeds a part of a question on the caller's worker thread; {@link Vector#NONE} if that would need a server. */
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

    /** Results in the order of the texts. {@code urgent}: somebody waits: use all cores. */
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

    /** Blocks. Does nothing if a server embeds. */
    public void load(LocalModel reader) {
        if (elsewhere == null) {
            here.embed("Hello", reader);
        }
    }
}
