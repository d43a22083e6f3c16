package dev.parley.faq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import dev.parley.faq.EvalData.Question;
import dev.parley.faq.EvalData.Split;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Verdict;

/**
 * Prints the quality of search. Arguments: the folder of the evaluation sets; 0 for the half to tune on, 1 for the half
 * to judge on; a file for the table of 100 utterances against the demo shop.
 */
final class RetrievalEval {
    private static final int QUESTIONS = 1_000;

    private RetrievalEval() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int half = Integer.parseInt(arguments[1]);
        List<Question> shop = EvalData.read(folder.resolve("bitext-customer-service-train.csv"), "utterance", "intent",
                half);
        List<Question> bank = EvalData.read(folder.resolve("banking77-train.csv"), "text", "category", half);
        for (int wordings : new int[]{5, 10, 20}) {
            measure("customer service", EvalData.split(shop, wordings, QUESTIONS), bank, wordings);
            measure("bank", EvalData.split(bank, wordings, QUESTIONS), shop, wordings);
        }
        measure("customer service", EvalData.named(shop, QUESTIONS), bank, 1);
        measure("bank", EvalData.named(bank, QUESTIONS), shop, 1);
        demoShop(shop, bank, Path.of(arguments[2]));
    }

    private static void measure(String name, Split split, List<Question> foreign, int wordings) {
        StoreIndex index = EvalData.index(split.entries());
        int first = 0;
        int answered = 0;
        int passed = 0;
        for (Question question : split.questions()) {
            FaqMatch best = EvalData.ask(index, question.text(), 3).getFirst();
            boolean right = best.entry().tags().contains(question.intent());
            first += right ? 1 : 0;
            answered += right && best.verdict() == Verdict.ANSWER ? 1 : 0;
            // The same store without the right entry, with the floor of the whole store, which differs little.
            FaqMatch miss = index.find(EvalData.question(question.text()),
                    entry -> !entry.entry().tags().contains(question.intent()), 3).getFirst();
            passed += miss.verdict() == Verdict.ANSWER ? 1 : 0;
        }
        long strangers = foreign.stream().limit(QUESTIONS)
                .filter(question -> EvalData.ask(index, question.text(), 3).getFirst().verdict() != Verdict.ANSWER)
                .count();
        int all = split.questions().size();
        System.out.printf(Locale.ROOT,
                "%-16s %2d wordings  hit@1 %5.1f  right and answered %5.1f  of right ones answered %5.1f  near misses refused %5.1f  foreign refused %5.1f  floor %.3f %.3f%n",
                name, wordings, 100.0 * first / all, 100.0 * answered / all, 100.0 * answered / first,
                100.0 * (all - passed) / all, strangers * 100.0 / QUESTIONS, index.floor("en").cosine(),
                index.floor("en").confidence());
    }

    /** Bank questions that contain a word of the shop's trade would not be foreign; most contain none. */
    private static void demoShop(List<Question> questions, List<Question> foreign, Path table) throws IOException {
        StoreIndex index = EvalData.index(ReadFiles.read(FaqFormat.JSONL, FaqSeed.file("faq-en")).changes()
                .stream()
                .map(change -> EvalData.entry(change.preview().wordings(), change.content().answer())).toList());
        System.out.println("demo shop floor " + index.floor("en"));
        long answered = questions.stream()
                .filter(q -> EvalData.ask(index, q.text(), 3).getFirst().verdict() == Verdict.ANSWER).count();
        long refused = foreign.stream().limit(QUESTIONS)
                .filter(q -> EvalData.ask(index, q.text(), 3).getFirst().verdict() != Verdict.ANSWER).count();
        System.out.printf(Locale.ROOT,
                "demo shop: %.1f %% of %d utterances answered, %.1f %% of bank questions refused%n",
                100.0 * answered / questions.size(), questions.size(), 100.0 * refused / QUESTIONS);
        StringBuilder rows = new StringBuilder(
                "| utterance | its intent | top entry | score | verdict |\n|---|---|---|---|---|\n");
        Collections.shuffle(questions, new Random(11));
        for (Question question : questions.subList(0, 100)) {
            FaqMatch best = EvalData.ask(index, question.text(), 3).getFirst();
            rows.append(String.format(Locale.ROOT, "| %s | %s | %s | %.2f | %s |%n", question.text(), question.intent(),
                    best.entry().question(), best.score(), best.verdict().name().toLowerCase(Locale.ROOT)));
        }
        Files.writeString(table, rows);
        // The most frequent match of each intent, to check when the demo shop's wordings change.
        questions.stream().collect(java.util.stream.Collectors.groupingBy(Question::intent, java.util.TreeMap::new,
                java.util.stream.Collectors.groupingBy(q -> describe(EvalData.ask(index, q.text(), 3).getFirst()),
                        java.util.stream.Collectors.counting())))
                .forEach((intent, places) -> System.out.println(intent + " " + places));
    }

    private static String describe(FaqMatch match) {
        return match.verdict() + " " + match.entry().question();
    }
}
