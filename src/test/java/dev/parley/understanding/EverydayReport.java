package dev.parley.understanding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.parley.understanding.CaseResult.Said;
import dev.parley.understanding.EverydayCase.Outcome;
import dev.parley.understanding.EverydayCase.Turn;

final class EverydayReport {
    private static final int SHOWN = 60;

    /** @param parts number of answered parts of a question with several */
    record Judged(EverydayCase asked, CaseResult heard, boolean right, long parts) {}

    private EverydayReport() {}

    /** @param halves the cases of each half, by its name */
    static String table(Map<String, List<Judged>> halves) {
        StringBuilder table = new StringBuilder("| kind |");
        halves.keySet().forEach(half -> table.append(' ').append(half).append(" |"));
        table.append('\n').append("|---|").append("---|".repeat(halves.size())).append('\n');
        Map<String, Predicate<Judged>> rows = new LinkedHashMap<>();
        halves.values().stream().flatMap(Collection::stream).map(each -> each.asked().kind()).distinct()
                .forEach(kind -> rows.put("`" + kind + "`", each -> each.asked().kind().equals(kind)));
        rows.put("**all**", each -> true);
        rows.forEach((name, row) -> {
            table.append("| ").append(name).append(" |");
            halves.values().forEach(judged -> table.append(' ').append(share(judged, row, Judged::right)).append(" |"));
            table.append('\n');
        });
        return table + asides(halves);
    }

    /** Figures that the table by kind does not show. */
    private static String asides(Map<String, List<Judged>> halves) {
        return halves.entrySet().stream()
                .map(half -> String.format(Locale.ROOT,
                        "%n%s: handed over without a wish for a person %s; of several questions at least one answered %s.%n",
                        half.getKey(),
                        share(half.getValue(), each -> isNoCaseForPersons(each.asked()),
                                each -> each.heard().handedOver()),
                        share(half.getValue(), each -> !each.asked().expect().parts().isEmpty(),
                                each -> each.parts() > 0)))
                .collect(Collectors.joining());
    }

    /** If no answer is known, handing over is not a false alarm. */
    private static boolean isNoCaseForPersons(EverydayCase asked) {
        Outcome outcome = asked.expect().outcome();
        return outcome != Outcome.PERSON && outcome != Outcome.REFUSED;
    }

    private static String share(List<Judged> judged, Predicate<Judged> row, Predicate<Judged> counts) {
        long all = judged.stream().filter(row).count();
        long counted = judged.stream().filter(row).filter(counts).count();
        return all == 0 ? "–" : String.format(Locale.ROOT, "%d / %d · %.1f %%", counted, all, 100.0 * counted / all);
    }

    /** Each wrong case on a line: message, expectation and result. */
    static String wrong(List<Judged> judged) {
        return judged.stream().filter(each -> !each.right()).map(EverydayReport::line).collect(Collectors.joining());
    }

    private static String line(Judged each) {
        EverydayCase asked = each.asked();
        String said = asked.turns().stream().map(Turn::text).collect(Collectors.joining(" ⏎ "));
        String came = each.heard().replies().stream().map(EverydayReport::describe).collect(Collectors.joining(" + "));
        return String.format(Locale.ROOT, "%s [%s] %s%n    wanted %s %s%n    %s, %s%n", asked.id(), asked.lang(), said,
                asked.expect().outcome().name().toLowerCase(Locale.ROOT),
                asked.expect().parts().isEmpty() ? asked.expect().entries() : asked.expect().parts(),
                each.heard().state(), came.isEmpty() ? "no reply" : came);
    }

    private static String describe(Said said) {
        String text = said.text().replace('\n', ' ');
        return said.finish() + " " + (said.sources().isEmpty()
                ? "“" + text.substring(0, Math.min(SHOWN, text.length())) + "”"
                : "from “" + said.sources().getFirst() + "”");
    }
}
