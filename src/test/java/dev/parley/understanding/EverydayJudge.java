package dev.parley.understanding;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parley.understanding.CaseResult.Said;
import dev.parley.understanding.EverydayCase.Expectation;

/** Decides whether the result of a case is acceptable. */
final class EverydayJudge {
    /** Entries about reaching a person. Shown to a visitor who did not ask for one, they are a false alarm too. */
    static final Set<String> ABOUT_PERSONS = Set.of("Can I talk to a person?", "怎么联系客服？可以找人工吗？");
    /** Characters of an answer that identify its entry. */
    private static final int TELLING = 30;

    private final Map<String, String> answers;

    /** @param answers the entries' answers by their questions */
    EverydayJudge(Map<String, String> answers) {
        this.answers = answers;
    }

    boolean isRight(Expectation expected, CaseResult heard) {
        return switch (expected.outcome()) {
            case ENTRY -> expected.parts().isEmpty()
                    ? !heard.handedOver() && firstIsOneOf(expected.entries(), heard)
                    : partsServed(expected, heard) == expected.parts().size();
            case REFUSED -> heard.handedOver() || isRefusal(heard);
            case PERSON -> heard.handedOver();
            case SMALL_TALK -> !heard.handedOver() && heard.finished("courtesy") && !heard.fromEntry();
            case NOT_PERSON -> !heard.handedOver() && !tellsOfPersons(expected, heard);
            case NO_REPEAT -> !heard.handedOver() && !heard.fromEntry() && !isRepeated(heard);
        };
    }

    private static boolean firstIsOneOf(List<String> entries, CaseResult heard) {
        return heard.replies().stream().anyMatch(
                said -> !said.sources().isEmpty() && entries.contains(said.sources().getFirst()));
    }

    /** The number of answered parts of a question with several. */
    long partsServed(Expectation expected, CaseResult heard) {
        return expected.parts().stream()
                .filter(part -> part.stream()
                        .anyMatch(entry -> heard.replies().stream().anyMatch(said -> serves(said, entry))))
                .count();
    }

    /** An FAQ answer lists all similar entries but shows the text of few; a model's answer lists those that it used. */
    private boolean serves(Said said, String entry) {
        if (!said.finish().equals("faq")) {
            return said.sources().contains(entry);
        }
        String answer = answers.getOrDefault(entry, "");
        return !answer.isEmpty() && said.text().contains(answer.substring(0, Math.min(TELLING, answer.length())));
    }

    private static boolean isRefusal(CaseResult heard) {
        return !heard.replies().isEmpty() && !heard.fromEntry() && !heard.finished("courtesy");
    }

    private static boolean tellsOfPersons(Expectation expected, CaseResult heard) {
        return heard.replies().stream().filter(said -> !said.sources().isEmpty())
                .map(said -> said.sources().getFirst())
                .anyMatch(entry -> ABOUT_PERSONS.contains(entry) && !expected.entries().contains(entry));
    }

    private static boolean isRepeated(CaseResult heard) {
        return heard.replies().stream().anyMatch(said -> heard.earlier().contains(said.text()));
    }
}
