package dev.parley.embedding;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** The local models, each loaded on first use. Blocks: call on a worker. */
@ApplicationScoped
class SentenceModels {
    private final Map<LocalModel, SentenceModel> models = new EnumMap<>(LocalModel.class);

    Vector embed(String text, LocalModel reader) {
        return model(reader).embed(text);
    }

    private SentenceModel model(LocalModel reader) {
        synchronized (models) {
            return models.computeIfAbsent(reader, SentenceModel::new);
        }
    }
}
