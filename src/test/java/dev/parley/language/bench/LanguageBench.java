package dev.parley.language.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

import dev.parley.language.QuestionList;
import dev.parley.language.QuestionList.Question;

/** Prints the cost and accuracy of language detection. Run by hand. */
public final class LanguageBench {
    private static final int ROUNDS = 8;
    private static final int TEXTS = 20_000;

    private LanguageBench() {}

    public static void main(String[] arguments) throws IOException {
        List<Question> questions = QuestionList.read();
        System.out.println(QuestionList.report(questions, false));
        long heap = used();
        long cpu = cpu();
        QuestionList.load();
        System.out.printf("loading: %d ms of CPU, heap +%d KiB%n", (cpu() - cpu) / 1_000_000, (used() - heap) / 1_024);
        System.out.println(QuestionList.report(questions, true));
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpu();
            for (int i = 0; i < TEXTS; i++) {
                questions.get(i % questions.size()).detect(true);
            }
            System.out.printf("detection: %.1f microseconds of CPU%n", (cpu() - before) / 1_000.0 / TEXTS);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
