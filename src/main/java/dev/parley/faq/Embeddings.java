package dev.parley.faq;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The sentence models, each loaded when first needed, and the vectors of the latest questions. Blocks: to be called on a worker. */
@ApplicationScoped
class Embeddings {
    private static final int REMEMBERED = 512;

    private record Question(Language language, String text) {}

    private final Map<Language, SentenceModel> models = new EnumMap<>(Language.class);
    private final Map<Question, Vector> latest = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Vector> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** As {@link #embed}; visitors ask the same things, starter questions above all. */
    Vector embedQuestion(String text, Language language) {
        Question question = new Question(language, text);
        Vector known = remembered(question);
        if (known != null) {
            return known;
        }
        Vector vector = embed(text, language);
        synchronized (latest) {
            latest.put(question, vector);
        }
        return vector;
    }

    Vector embed(String text, Language language) {
        return model(language).embed(text);
    }

    void load(Language language) {
        model(language);
    }

    private SentenceModel model(Language language) {
        synchronized (models) {
            return models.computeIfAbsent(language, SentenceModel::new);
        }
    }

    private @Nullable Vector remembered(Question question) {
        synchronized (latest) {
            return latest.get(question);
        }
    }
}
