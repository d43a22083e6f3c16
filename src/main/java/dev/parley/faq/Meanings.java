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

/** Embeds the texts of entries, each with the model for its language. */
@ApplicationScoped
class Meanings {
    private final Embeddings embeddings;

    Meanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** The model whose vectors are valid for an entry; null if no model reads its language. */
    @Nullable
    String model(FaqEntry entry) {
        LocalModel reader = reader(entry);
        return reader == null ? null : embeddings.model(reader);
    }

    private @Nullable LocalModel reader(FaqEntry entry) {
        LocalModel reader = LocalModels.ofLanguage(LocalModels.language(entry.locale()));
        // A server's model reads all languages; the local choice does not matter to it.
        return reader == null && embeddings.elsewhere() ? LocalModel.ENGLISH : reader;
    }

    /** The model to embed a question with; null if only its words can be compared. */
    @Nullable
    LocalModel reader(String text) {
        LocalModel reader = LocalModels.ofText(text);
        return embeddings.elsewhere() ? LocalModel.ENGLISH : reader;
    }

    boolean reads(LocalModel reader, String language) {
        return embeddings.elsewhere() || LocalModels.ofLanguage(language) == reader;
    }

    /** The range in which a score floor may lie. */
    ScoreFloor.Bounds bounds() {
        return embeddings.elsewhere() ? ScoreFloor.Bounds.ELSEWHERE : ScoreFloor.Bounds.HERE;
    }

    /** By entry id, without entries that no model reads. {@code urgent} uses all cores. */
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

    /** Embeds the texts with the entry's model; empty if no model reads its language. */
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
