package dev.parley.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Visitors' questions in every supported language. Half of them were held out when the rules were made. */
public final class QuestionList {
    private static @Nullable LetterStatistics statistics;

    private QuestionList() {}

    /** A question and its language; `kept`: held out while the rules were made. */
    public record Question(Language language, @Nullable Language prior, String text, boolean kept) {
        public Detected detect(boolean loaded) {
            return Detection.of(text, prior, loaded ? load() : null);
        }
    }

    public static List<Question> read() throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/language/questions.txt"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ", 3);
                questions.add(new Question(new Language(parts[0]), Language.of(parts[1]), parts[2],
                        questions.size() % 2 == 1));
            }
        }
        return questions;
    }

    public static synchronized LetterStatistics load() {
        LetterStatistics read = statistics;
        if (read == null) {
            read = LetterStatistics.read();
            statistics = read;
        }
        return read;
    }

    /** The number of correct detections in each half, and the wrong ones. */
    public static String report(List<Question> questions, boolean loaded) {
        int[] right = new int[2];
        int[] sure = new int[2];
        int[] all = new int[2];
        StringBuilder wrong = new StringBuilder();
        for (Question question : questions) {
            Detected found = question.detect(loaded);
            boolean good = found.language().equals(question.language());
            int half = question.kept() ? 1 : 0;
            all[half]++;
            right[half] += good ? 1 : 0;
            sure[half] += good && found.sure() ? 1 : 0;
            if (!good && (!question.kept() || Boolean.getBoolean("all"))) {
                wrong.append("\n  ").append(question).append(" -> ").append(found);
            }
        }
        return "%s: looked at %d of %d (sure %d), kept %d of %d (sure %d)%s".formatted(loaded ? "all" : "not loaded",
                right[0], all[0], sure[0], right[1], all[1], sure[1], wrong);
    }
}
