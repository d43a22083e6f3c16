package dev.parley.faq;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.Embeddings;
import dev.parley.embedding.LocalModel;
import dev.parley.platform.Preload;

/** The English model alone; the Chinese one loads on first use, to save memory. First, since it takes longest. */
@ApplicationScoped
@Priority(1_000)
class SentenceModelPreload implements Preload {
    private final FaqIndexes indexes;
    private final Embeddings embeddings;

    SentenceModelPreload(FaqIndexes indexes, Embeddings embeddings) {
        this.indexes = indexes;
        this.embeddings = embeddings;
    }

    @Override
    public void load() {
        if (indexes.anyHas("en")) {
            embeddings.load(LocalModel.ENGLISH);
        }
    }
}
