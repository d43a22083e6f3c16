package dev.parley.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The scripted model's default answer: the first entry of the system message that matches the question word by word, or
 * that none does. If the entries are elsewhere in the prompt, the first entry.
 */
final class FaqAnswer {
    private static final Pattern FIRST = Pattern.compile("<<<entry 1>>>.*?Answer: (.*?)\\s*<<<end entry 1>>>",
            Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern
            .compile("<<<entry (\\d+)>>>\nQuestion: (.*?)\nAnswer: (.*?)\\s*<<<end entry \\1>>>", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("[^?？]*[?？]");
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    /** The share of a question's words that an entry must contain. A word found only in its answer counts half. */
    private static final double FITS = 0.25;
    /** For Chinese and similar scripts, which have no spaces to split at. */
    private static final int LONGEST_DELTA = 8;
    private static final String NO_ANSWER = "no_answer";

    private record Entry(String number, String question, String answer) {}

    private FaqAnswer() {}

    static Reply to(JsonNode request, long delayMs) {
        return answer(request).firstAfter(delayMs).every(delayMs);
    }

    private static Reply answer(JsonNode request) {
        String system = Asked.system(request);
        List<Entry> entries = ENTRY.matcher(system).results()
                .map(entry -> new Entry(entry.group(1), entry.group(2), entry.group(3))).toList();
        String text = entries.isEmpty()
                ? firstAnywhere(request)
                : fitting(entries, Asked.inConversation(request).standalone()).stream()
                        .map(entry -> entry.answer() + " [" + entry.number() + "]").collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            return said(text);
        }
        if (offers(request, NO_ANSWER)) {
            return Reply.calls(NO_ANSWER, "{}");
        }
        // A prompt for models without functions may ask for this.
        return said(system.lines().anyMatch(line -> line.strip().equals("NO_ANSWER"))
                ? "NO_ANSWER"
                : "I do not find that in the shop's answers. Shall I fetch a person for you?");
    }

    private static String firstAnywhere(JsonNode request) {
        String found = "";
        for (JsonNode message : request.path("messages")) {
            Matcher entry = FIRST.matcher(message.path("content").asText());
            found = entry.find() ? entry.group(1) + " [1]" : found;
        }
        return found;
    }

    /** One for each question in the text, best first, in the prompt's order. */
    private static Set<Entry> fitting(List<Entry> entries, String text) {
        List<String> questions = QUESTION.matcher(text).results().map(found -> found.group()).toList();
        Set<Entry> fitting = new LinkedHashSet<>();
        for (String question : questions.isEmpty() ? List.of(text) : questions) {
            entries.stream().filter(entry -> fits(entry, ContentWords.of(question))).findFirst()
                    .ifPresent(fitting::add);
        }
        return fitting;
    }

    private static boolean fits(Entry entry, Set<String> words) {
        Set<String> question = ContentWords.of(entry.question());
        Set<String> answer = ContentWords.of(entry.answer());
        double has = words.stream().mapToDouble(
                word -> ContentWords.has(question, word) ? 1 : ContentWords.has(answer, word) ? 0.5 : 0).sum();
        return has > 0 && has >= FITS * words.size();
    }

    private static boolean offers(JsonNode request, String function) {
        return !request.path("tool_choice").asText().equals("none")
                && StreamSupport.stream(request.path("tools").spliterator(), false)
                        .anyMatch(tool -> tool.at("/function/name").asText().equals(function));
    }

    private static Reply said(String text) {
        return Reply.answer(pieces(text).toArray(String[]::new));
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
