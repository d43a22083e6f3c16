package dev.parley.prompt;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How a model declines to answer: one of two functions that are always offered or, on servers without functions, a line
 * of text, normally the first. Nothing else counts as an end.
 */
public sealed interface StructuredEnd {
    /** The entries do not answer the question. */
    record NoAnswer() implements StructuredEnd {}

    /** The visitor needs a person. Both texts are the model's, on one line each, possibly empty. */
    record HandOff(String reason, String summary) implements StructuredEnd {}

    /** {@code parameters} is the JSON Schema of the arguments. */
    record Offer(String name, String description, String parameters) {}

    String NO_ANSWER = "no_answer";
    String HAND_OVER = "hand_over";

    /** Part of every request that may answer a visitor. */
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

    /** Null for another function. Unreadable arguments are omitted. */
    static @Nullable StructuredEnd ofCall(String function, String arguments) {
        return switch (function) {
            case NO_ANSWER -> new NoAnswer();
            case HAND_OVER -> {
                JsonNode read = ModelWords.json(arguments);
                yield new HandOff(ModelWords.line(read.path("reason").asText(), ModelWords.LONGEST_REASON),
                        ModelWords.line(read.path("summary").asText(), ModelWords.LONGEST_SUMMARY));
            }
            default -> null;
        };
    }

    /** Null if the text is an answer. */
    static @Nullable StructuredEnd ofText(String text) {
        return text.lines().map(StructuredEnd::ofLine).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Null if the line is part of an answer. */
    static @Nullable StructuredEnd ofLine(String line) {
        Matcher marker = ModelWords.MARKER.matcher(line.strip());
        if (!marker.matches()) {
            return null;
        }
        return marker.group("none") != null
                ? new NoAnswer()
                : new HandOff(ModelWords.line(marker.group("reason"), ModelWords.LONGEST_REASON), "");
    }

    /** True if text that starts like this may still become an end and must be held back. */
    static boolean mayBegin(String text) {
        String line = text.stripLeading();
        return line.indexOf('\n') < 0 && mayBeLine(line);
    }

    /** True if a line that starts like this may still become an end. */
    @SuppressWarnings("JdkObsolete")
    static boolean mayBeLine(String line) {
        Matcher marker = ModelWords.MARKER.matcher(line.stripLeading());
        return marker.matches() || marker.hitEnd();
    }
}
