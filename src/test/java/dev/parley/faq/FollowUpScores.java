package dev.parley.faq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Verdict;
import dev.parley.language.Language;
import dev.parley.understanding.FollowUp;
import org.jspecify.annotations.Nullable;

/** Writes the demo shop's search scores for the cases of {@code follow-ups.txt}. Argument: that file. */
final class FollowUpScores {
    /** Kept for each text; entries further away decide nothing. */
    private static final int ENTRIES = 6;
    private static final int FOUND = 20;

    private FollowUpScores() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        StoreIndex index = demoShop();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("\t")) {
                lines.add(line);
            }
            if (!line.startsWith("\t") && !line.startsWith("#") && !line.isBlank()) {
                List<String> parts = List.of(line.split(" \\| ", 3));
                lines.addAll(scores(index, parts.get(0), parts.get(1)));
            }
        }
        System.out.println("floor " + index.floor("en"));
        Files.write(file, lines);
    }

    private static StoreIndex demoShop() {
        return EvalData.index(ReadFiles.read(FaqFormat.JSONL, FaqSeed.file("faq-en")).changes()
                .stream()
                .map(change -> EvalData.entry(change.preview().wordings(), change.content().answer())).toList());
    }

    private static List<String> scores(StoreIndex index, String before, String message) {
        Map<String, FaqMatch> alone = byQuestion(index, message);
        Map<String, FaqMatch> old = byQuestion(index, before);
        Map<String, FaqMatch> joined = byQuestion(index, before + "\n" + message);
        Map<String, FaqMatch> all = new LinkedHashMap<>();
        List.of(alone, old, joined)
                .forEach(found -> found.entrySet().stream().limit(ENTRIES)
                        .forEach(each -> all.putIfAbsent(each.getKey(), each.getValue())));
        String named = FollowUp.subject(message, Language.ENGLISH).orElse(message);
        return all.entrySet().stream().map(each -> {
            FaqMatch own = alone.get(each.getKey());
            FaqMatch both = joined.get(each.getKey());
            // Combined as in `turn.FollowUps`.
            double known = answers(both)
                    ? index.known(named, each.getValue().entry())
                    : own == null ? 0 : own.signals().known();
            return String.format(Locale.ROOT, "\t%s | %.3f | %.3f | %.2f | %.3f | %.3f | %s | %s", each.getKey(),
                    score(own), own == null ? 0 : own.signals().cosine(), known, score(old.get(each.getKey())),
                    score(both), answers(own) ? "yes" : "no", answers(both) ? "yes" : "no");
        }).toList();
    }

    private static Map<String, FaqMatch> byQuestion(StoreIndex index, String text) {
        Map<String, FaqMatch> found = new LinkedHashMap<>();
        EvalData.ask(index, text, FOUND).forEach(match -> found.put(match.entry().question(), match));
        return found;
    }

    private static double score(@Nullable FaqMatch match) {
        return match == null ? 0 : match.score();
    }

    private static boolean answers(@Nullable FaqMatch match) {
        return match != null && match.verdict() == Verdict.ANSWER;
    }
}
