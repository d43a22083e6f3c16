package dev.parley.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.Embeddings.Texts;
import dev.parley.embedding.LocalModel;
import dev.parley.embedding.Vector;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoredMeaning;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Has the texts of entries embedded, each by the model that reads its language. */
@ApplicationScoped
class Meanings {
    private final Embeddings embeddings;

    Meanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** The model whose vectors count for an entry; null where none reads it. */
    @Nullable
    String model(FaqEntry entry) {
        LocalModel reader = reader(entry);
        return reader == null ? null : embeddings.model(reader);
    }

    private @Nullable LocalModel reader(FaqEntry entry) {
        LocalModel reader = Readers.ofLanguage(Readers.language(entry.locale()));
        // A server's model reads whatever there is; which of ours would have is all the same to it.
        return reader == null && embeddings.elsewhere() ? LocalModel.ENGLISH : reader;
    }

    /** Of a question; null where it has to do with its words. */
    @Nullable
    LocalModel reader(String text) {
        LocalModel reader = Readers.ofText(text);
        return embeddings.elsewhere() ? LocalModel.ENGLISH : reader;
    }

    /** Whether entries in a language are compared with what this model has read. */
    boolean reads(LocalModel reader, String language) {
        return embeddings.elsewhere() || Readers.ofLanguage(language) == reader;
    }

    /** Between what cosines a right match may lie. */
    ScoreFloor.Bounds bounds() {
        return embeddings.elsewhere() ? ScoreFloor.Bounds.ELSEWHERE : ScoreFloor.Bounds.HERE;
    }

    /**
     * The meanings of entries by their id, but for those that no model reads.
     *
     * @param urgent somebody waits for it: on all cores
     */
    Uni<Map<UUID, StoredMeaning>> of(TenantId tenant, List<FaqEntry> entries, boolean urgent) {
        List<FaqEntry> read = new ArrayList<>();
        List<Texts> texts = new ArrayList<>();
        for (FaqEntry entry : entries) {
            LocalModel reader = reader(entry);
            if (reader != null) {
                read.add(entry);
                texts.add(new Texts(reader, StoredMeaning.texts(entry)));
            }
        }
        return texts.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : embeddings.embed(tenant, texts, urgent).map(vectors -> byId(read, texts, vectors));
    }

    /** The directions of texts as if they were the entry's; none where no model reads it. */
    Uni<List<Vector>> of(TenantId tenant, FaqEntry entry, List<String> texts) {
        LocalModel reader = reader(entry);
        return reader == null
                ? Uni.createFrom().item(List.of())
                : embeddings.embed(tenant, List.of(new Texts(reader, texts)), true).map(List::getFirst);
    }

    private Map<UUID, StoredMeaning> byId(List<FaqEntry> entries, List<Texts> texts, List<List<Vector>> vectors) {
        Map<UUID, StoredMeaning> byId = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            byId.put(entries.get(i).id(), StoredMeaning.of(entries.get(i), embeddings.model(texts.get(i).reader()),
                    vectors.get(i)));
        }
        return byId;
    }
}
