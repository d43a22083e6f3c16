package dev.parley.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parley.language.Language;
import dev.parley.understanding.FollowUp.Choice;
import dev.parley.understanding.FollowUp.Scores;

/** A message after another question, with the demo shop's search scores of both: a case of {@code follow-ups.txt}. */
record FollowUpCase(String before, String message, List<String> right, Map<String, Scores> entries) {
    /** The demo shop's floor, as a cosine. */
    private static final double FLOOR = 0.71;

    static List<FollowUpCase> all() {
        List<FollowUpCase> all = new ArrayList<>();
        RulesTest.lines("follow-ups").forEach(line -> {
            List<String> parts = List.of(line.strip().split(" \\| "));
            if (line.startsWith("\t")) {
                all.getLast().entries().put(parts.getFirst(), scores(parts));
            } else {
                all.add(new FollowUpCase(parts.get(0), parts.get(1), List.of(parts.get(2).split(";")),
                        new LinkedHashMap<>()));
            }
        });
        return all;
    }

    private static Scores scores(List<String> parts) {
        return new Scores(Double.parseDouble(parts.get(1)), Double.parseDouble(parts.get(2)),
                Double.parseDouble(parts.get(3)), Double.parseDouble(parts.get(4)), Double.parseDouble(parts.get(5)),
                parts.get(6).equals("yes"), parts.get(7).equals("yes"));
    }

    boolean hasAnswer() {
        return !right.contains("-");
    }

    boolean isRight() {
        Optional<String> answer = FollowUp
                .choose(FollowUp.lean(message, Language.ENGLISH), entries, FLOOR).map(Choice::entry);
        return answer.map(entry -> right.stream().anyMatch(entry::startsWith)).orElse(!hasAnswer());
    }

    @Override
    public String toString() {
        return before + " | " + message;
    }
}
