package dev.parley.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What the scripted model says when no script tells it what: the answer of the first FAQ entry in the prompt, a word at a time. */
final class FaqAnswer {
    private static final Pattern ENTRY = Pattern.compile("<<<entry 1>>>.*?Answer: (.*?)\\s*<<<end entry 1>>>",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    /** Chinese and the like have no spaces to cut at. */
    private static final int LONGEST_DELTA = 8;

    private FaqAnswer() {}

    static Reply to(JsonNode request, long delayMs) {
        Reply reply = new Reply();
        reply.deltas = pieces(answer(request));
        return reply.firstAfter(delayMs).every(delayMs);
    }

    private static String answer(JsonNode request) {
        String found = null;
        for (JsonNode message : request.path("messages")) {
            Matcher entry = ENTRY.matcher(message.path("content").asText());
            if (entry.find()) {
                found = entry.group(1);
            }
        }
        return found == null
                ? "I do not find that in the shop's answers. Shall I fetch a person for you?"
                : found + " [1]";
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String rest = word.group();
            while (rest.length() > 2 * LONGEST_DELTA) {
                int end = rest.offsetByCodePoints(0, Math.min(LONGEST_DELTA, rest.codePointCount(0, rest.length())));
                pieces.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            pieces.add(rest);
        }
        return pieces;
    }
}
