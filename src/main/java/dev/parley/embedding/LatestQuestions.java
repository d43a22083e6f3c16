package dev.parley.embedding;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The vectors of the latest questions: visitors ask the same things, starter questions above all. */
final class LatestQuestions {
    private static final int REMEMBERED = 512;

    private record Question(LocalModel reader, String text) {}

    private final Map<Question, Vector> latest = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Vector> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized @Nullable Vector find(String text, LocalModel reader) {
        return latest.get(new Question(reader, text));
    }

    synchronized void keep(String text, LocalModel reader, Vector vector) {
        latest.put(new Question(reader, text), vector);
    }
}
