package dev.parley.faq;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.Embeddings.Texts;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Has the texts of entries embedded, each by the model that reads its language. */
@ApplicationScoped
class Meanings {
    private final Embeddings embeddings;

    Meanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** The model whose vectors count for an entry. */
    String model(FaqEntry entry) {
        return embeddings.model(Language.of(entry.locale()).reader);
    }

    /** Between what cosines a right match may lie. */
    ScoreFloor.Bounds bounds() {
        return embeddings.elsewhere() ? ScoreFloor.Bounds.ELSEWHERE : ScoreFloor.Bounds.HERE;
    }

    /**
     * The meanings of entries, in their order.
     *
     * @param urgent somebody waits for it: on all cores
     */
    Uni<List<StoredMeaning>> of(TenantId tenant, List<FaqEntry> entries, boolean urgent) {
        List<Texts> texts = entries.stream()
                .map(entry -> new Texts(Language.of(entry.locale()).reader, StoredMeaning.texts(entry))).toList();
        return embeddings.embed(tenant, texts, urgent)
                .map(vectors -> IntStream.range(0, entries.size())
                        .mapToObj(i -> StoredMeaning.of(entries.get(i), model(entries.get(i)), vectors.get(i)))
                        .toList());
    }
}
