package dev.parley.prompt;

import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Reads what a model wrote for the program and not for a visitor. */
final class ModelWords {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_SUMMARY = 600;
    /** The first line of a text that is no answer. Models like to emphasise. */
    static final Pattern MARKER = Pattern
            .compile("[*`]{0,3}(?:(?<none>NO_ANSWER)[*`.]{0,4}\\s*|HAND_OVER[*`]{0,3}(?::(?<reason>.*)|\\.?\\s*))");
    static final Pattern EMPHASIS = Pattern.compile("^[*`]{1,3}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelWords() {}

    /** A missing node where it is no JSON. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** On one line, and not longer than {@code longest}. */
    static String line(@Nullable String text, int longest) {
        return cut(text == null ? "" : SPACE.matcher(text).replaceAll(" "), longest);
    }

    static String cut(String text, int longest) {
        String bare = text.strip();
        return bare.length() <= longest ? bare : bare.substring(0, longest - 1).strip() + "…";
    }
}
