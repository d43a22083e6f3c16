package dev.parley.understanding;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.parley.language.Language;

/** Prints the CPU time to understand a message: the median of several runs over all examples. */
final class RulesBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 30;

    private RulesBench() {}

    public static void main(String[] arguments) {
        List<OpenMessages> messages = Stream.of("courtesy", "questions", "wishes", "false-alarms", "replies")
                .flatMap(RulesTest::examples)
                .map(example -> new OpenMessages(List.of(example.message()), List.of(), Offer.NONE, Language.ENGLISH))
                .toList();
        double[] micros = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begin = CPU.getCurrentThreadCpuTime();
            messages.forEach(Rules::understand);
            micros[run] = (CPU.getCurrentThreadCpuTime() - begin) / 1e3 / messages.size();
        }
        System.out.printf(Locale.ROOT,
                "first run, with reading the lexicon: %.1f µs a message; median of the last %d: %.1f µs%n",
                micros[0], RUNS / 2, Arrays.stream(micros, RUNS / 2, RUNS).sorted().toArray()[RUNS / 4]);
    }
}
