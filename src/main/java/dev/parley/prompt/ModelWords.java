package dev.parley.prompt;

import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

final class ModelWords {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_SUMMARY = 600;
    private static final String AROUND = "[*`_\\[\\]<>()\"'|#]{0,4}";
    /** A line that marks a text as no answer, possibly emphasized or written as a call. */
    static final Pattern MARKER = Pattern
            .compile(AROUND + "(?:functions?\\.)?(?:(?<none>NO_ANSWER|no_answer)[.!]?" + AROUND
                    + "[.!]?\\s*|(?:HAND_OVER|hand_over)" + AROUND + "\\s?(?::(?<reason>.*)|[.!]?" + AROUND + "\\s*))");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelWords() {}

    /** A missing node if it is no JSON. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** On one line, cut to {@code longest} characters. */
    static String line(@Nullable String text, int longest) {
        return cut(text == null ? "" : SPACE.matcher(text).replaceAll(" "), longest);
    }

    static String cut(String text, int longest) {
        String bare = text.strip();
        return bare.length() <= longest ? bare : bare.substring(0, longest - 1).strip() + "…";
    }
}
