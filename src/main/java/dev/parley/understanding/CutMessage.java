package dev.parley.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.parley.language.Language;

record CutMessage(String text, List<Clause> clauses) {
    /** In characters; later text does not change what is wanted. */
    private static final int LONGEST = 1_000;

    /** The text between two punctuation marks. */
    record Clause(List<MessageToken> tokens, List<Span> spans, boolean asked) {
        boolean says(Sense sense) {
            return spans.stream().anyMatch(span -> span.says(sense));
        }

        boolean consistsOf(Set<Sense> senses) {
            return spans.stream().allMatch(span -> span.phrase().saysAny(senses));
        }

        int start() {
            return tokens.getFirst().start();
        }

        int end() {
            return tokens.getLast().end();
        }
    }

    static CutMessage of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        String first = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<Clause> clauses = new ArrayList<>();
        List<MessageToken> clause = new ArrayList<>();
        for (MessageToken token : MessageToken.of(first)) {
            if (!token.isMark()) {
                clause.add(token);
            } else if (!clause.isEmpty()) {
                clauses.add(clause(clause, isQuestionMark(first, token)));
                clause.clear();
            }
        }
        if (!clause.isEmpty()) {
            clauses.add(clause(clause, false));
        }
        return new CutMessage(text, List.copyOf(clauses));
    }

    private static Clause clause(List<MessageToken> tokens, boolean asked) {
        List<MessageToken> all = List.copyOf(tokens);
        return new Clause(all, Lexicon.get().read(all), asked);
    }

    private static boolean isQuestionMark(String text, MessageToken mark) {
        return "?\uff1f\u061f".indexOf(text.charAt(mark.start())) >= 0;
    }

    boolean says(Sense sense) {
        return clauses.stream().anyMatch(clause -> clause.says(sense));
    }

    boolean consistsOf(Set<Sense> senses) {
        return clauses.stream().allMatch(clause -> clause.consistsOf(senses));
    }

    Stream<Span> spans() {
        return clauses.stream().flatMap(clause -> clause.spans().stream());
    }

    /** The detected language, unless the wanted phrases speak more for another one. */
    Language language(Language heard, Predicate<Span> wanted) {
        List<Language> spoken = spoken(wanted);
        return spoken.isEmpty() || spoken.contains(new Language(heard.code())) ? heard : spoken.getFirst();
    }

    /** Languages with the most matching phrases; empty if all phrases are universal. */
    List<Language> spoken(Predicate<Span> wanted) {
        Map<String, Integer> words = new HashMap<>();
        spans().filter(wanted).filter(span -> !span.phrase().isEverywhere()).forEach(span -> span.phrase().languages()
                .forEach(each -> words.merge(each, span.to() - span.from(), Integer::sum)));
        int max = words.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return max == 0
                ? List.of()
                : Lexicon.LANGUAGES.stream().filter(each -> words.getOrDefault(each, 0) == max).map(Language::new)
                        .toList();
    }
}
