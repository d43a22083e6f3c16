package dev.parley.faq;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** The sentence models in this process, each loaded when first needed. Blocks: to be called on a worker. */
@ApplicationScoped
class SentenceModels {
    private final Map<Language, SentenceModel> models = new EnumMap<>(Language.class);

    Vector embed(String text, Language language) {
        return model(language).embed(text);
    }

    private SentenceModel model(Language language) {
        synchronized (models) {
            return models.computeIfAbsent(language, SentenceModel::new);
        }
    }
}
