package dev.parley.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** An answer while it is written; holds text back while a fact is incomplete or without a source. Immutable. */
public final class GroundedStream {
    private final Sources sources;
    private final int entries;
    private final FactScanner scanner;
    private final int shown;
    private final @Nullable Fact invented;

    private GroundedStream(Sources sources, int entries, FactScanner scanner, int shown, @Nullable Fact invented) {
        this.sources = sources;
        this.entries = entries;
        this.scanner = scanner;
        this.shown = shown;
        this.invented = invented;
    }

    /** {@code invented} is the first fact without a source; nothing is shown after it. */
    public record Step(GroundedStream next, String shown, @Nullable Fact invented) {}

    /** {@code entries}: number of entries in the prompt: [1] to [entries] may be cited, other numbers are removed. */
    public static GroundedStream over(Sources sources, int entries) {
        return new GroundedStream(sources, entries, new FactScanner(false), 0, null);
    }

    public Step accept(String piece) {
        FactScanner next = scanner.copy();
        next.read(piece);
        return step(next, false);
    }

    /** End of the text: shows what is held, or reports it as invented. */
    public Step end() {
        FactScanner next = scanner.copy();
        next.finish();
        return step(next, true);
    }

    public SortedSet<Integer> cited() {
        SortedSet<Integer> cited = new TreeSet<>();
        scanner.citations().forEach(citation -> cited.addAll(numbers(citation)));
        return cited;
    }

    /** Number of characters received but not shown yet. */
    public int held() {
        return invented == null ? scanner.length() - shown : 0;
    }

    private Step step(FactScanner next, boolean all) {
        if (invented != null) {
            return new Step(this, "", invented);
        }
        Fact wrong = null;
        for (Fact fact : next.facts().subList(scanner.facts().size(), next.facts().size())) {
            wrong = wrong == null && !sources.state(fact) ? fact : wrong;
        }
        int limit = wrong != null ? wrong.start() : all ? next.length() : next.settled();
        int to = Math.max(shown, limit);
        GroundedStream stream = new GroundedStream(sources, entries, next, to, wrong);
        return new Step(stream, stream.text(shown, to), wrong);
    }

    /** Without invalid citations and the space before them. */
    private String text(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        for (FactScanner.Citation citation : scanner.citations()) {
            if (citation.start() >= from && citation.start() < to && numbers(citation).isEmpty()) {
                int before = citation.start();
                while (before > at && scanner.charAt(before - 1) == ' ') {
                    before--;
                }
                text.append(scanner.text(at, before));
                at = citation.end();
            }
        }
        return text.append(scanner.text(at, to)).toString();
    }

    /** Empty unless all numbers name entries. */
    private List<Integer> numbers(FactScanner.Citation citation) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : scanner.text(citation.start() + 1, citation.end() - 1).split("[\\s,;]+", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        return numbers.stream().allMatch(number -> number >= 1 && number <= entries) ? numbers : List.of();
    }
}
