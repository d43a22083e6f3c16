package dev.parley.faq;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The vectors of the latest questions: visitors ask the same things, starter questions above all. */
final class LatestQuestions {
    private static final int REMEMBERED = 512;

    private record Question(Language language, String text) {}

    private final Map<Question, Vector> latest = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Vector> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized @Nullable Vector find(String text, Language language) {
        return latest.get(new Question(language, text));
    }

    synchronized void keep(String text, Language language, Vector vector) {
        latest.put(new Question(language, text), vector);
    }
}
