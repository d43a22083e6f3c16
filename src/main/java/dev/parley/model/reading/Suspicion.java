package dev.parley.model.reading;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.model.reading.ThoughtBeginnings.Similarity;
import dev.parley.model.reading.ThoughtMarks.Kind;
import dev.parley.model.reading.ThoughtMarks.Mark;
import dev.parley.model.reading.ThoughtMarks.Style;

/** Text that is held back because it may be reasoning: where its answer starts, and what remains at the end. */
final class Suspicion {
    private static final Pattern ANSWER = Pattern
            .compile("(?iu)(?:" + ThoughtNames.ANSWER
                    + "|final_?(?:answer|response|reply)|message|text|content|speech)");

    private final Similarity similarity;
    private final AnswerHeading heading;

    Suspicion(Similarity similarity) {
        this.similarity = similarity;
        this.heading = new AnswerHeading(similarity == Similarity.SLIGHT);
    }

    boolean isAny() {
        return similarity != Similarity.NONE;
    }

    int answerIn(CharSequence text) {
        return switch (similarity) {
            case NONE, UNDECIDED, FIELDS -> -1;
            case SLIGHT, LIKELY -> heading.find(text);
            case SURE -> {
                int answer = heading.find(text);
                yield answer >= 0 ? answer : heading.afterQuotation(text);
            }
        };
    }

    boolean ends(Mark mark) {
        if (mark.kind() == Kind.OPEN) {
            return mark.sure();
        }
        return mark.style() != Style.COMMENT && mark.style() != Style.REMARK
                && (mark.style() != Style.HEADING || isAny());
    }

    /** What may be shown if no answer came. {@code cut}: by something other than the model. */
    String atEnd(String text, boolean cut) {
        return switch (similarity) {
            case SLIGHT -> text;
            case NONE, UNDECIDED, LIKELY -> cut ? "" : text;
            case SURE -> {
                int answer = cut ? -1 : AnswerHeading.afterRule(text);
                yield answer < 0 ? "" : text.substring(answer);
            }
            case FIELDS -> fieldIn(text);
        };
    }

    /** The answer field of an object that also has reasoning. */
    private static String fieldIn(String text) {
        try {
            JsonNode object = ForgivingJson.TREE.readTree(text.substring(text.indexOf('{')));
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isTextual() && ANSWER.matcher(field.getKey()).matches()) {
                    return field.getValue().asText();
                }
            }
            return "";
        } catch (IOException half) {
            return "";
        }
    }
}
