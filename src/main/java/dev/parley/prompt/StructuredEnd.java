package dev.parley.prompt;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How a model says that it does not answer: by one of two functions that it is always offered or, on servers without functions, by a
 * line of its text, the first one if it does as it is told. Nothing else that it writes counts as an end, whatever the words say.
 */
public sealed interface StructuredEnd {
    /** The entries do not answer the question. */
    record NoAnswer() implements StructuredEnd {}

    /** The visitor wants or needs a person. Both texts are the model's, on one line each, and may be empty. */
    record HandOver(String reason, String summary) implements StructuredEnd {}

    /**
     * A function to offer to the model.
     *
     * @param parameters a JSON Schema of its arguments
     */
    record Offer(String name, String description, String parameters) {}

    String NO_ANSWER = "no_answer";
    String HAND_OVER = "hand_over";

    /** Go with every request that may end in an answer to a visitor. */
    List<Offer> OFFERS = List.of(
            new Offer(HAND_OVER,
                    "Hands the conversation over to a person of the shop. Call it when the visitor asks for a person, is upset, or needs what only a person can do.",
                    """
                            {"type":"object","properties":{"reason":{"type":"string","description":"Why, in a few words"},\
                            "summary":{"type":"string","description":"What the visitor wants and what has been said, in one or two sentences"}},\
                            "required":["reason","summary"],"additionalProperties":false}"""),
            new Offer(NO_ANSWER,
                    "Says that the FAQ entries do not answer the visitor's question. Call it instead of writing that you do not know.",
                    "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}"));

    /** The end that a call of a function stands for; null where it is another function. Arguments that cannot be read are left out. */
    static @Nullable StructuredEnd ofCall(String function, String arguments) {
        return switch (function) {
            case NO_ANSWER -> new NoAnswer();
            case HAND_OVER -> {
                JsonNode read = ModelWords.json(arguments);
                yield new HandOver(ModelWords.line(read.path("reason").asText(), ModelWords.LONGEST_REASON),
                        ModelWords.line(read.path("summary").asText(), ModelWords.LONGEST_SUMMARY));
            }
            default -> null;
        };
    }

    /** The end that a line of a whole text stands for; null where it is an answer. */
    static @Nullable StructuredEnd ofText(String text) {
        return text.lines().map(StructuredEnd::ofLine).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The end that a line stands for by itself. */
    static @Nullable StructuredEnd ofLine(String line) {
        Matcher marker = ModelWords.MARKER.matcher(line.strip());
        if (!marker.matches()) {
            return null;
        }
        return marker.group("none") != null
                ? new NoAnswer()
                : new HandOver(ModelWords.line(marker.group("reason"), ModelWords.LONGEST_REASON), "");
    }

    /** Whether a text that begins like this may still turn out to be an end: only then must it be held back. */
    static boolean mayBegin(String text) {
        String line = text.stripLeading();
        return line.indexOf('\n') < 0 && mayBeLine(line);
    }

    /** Whether a line that begins like this may still turn out to be an end. */
    @SuppressWarnings("JdkObsolete")
    static boolean mayBeLine(String line) {
        Matcher marker = ModelWords.MARKER.matcher(line.stripLeading());
        return marker.matches() || marker.hitEnd();
    }
}
