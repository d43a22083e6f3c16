package dev.parley.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request to the scripted model, parsed from the markers around data.
 *
 * @param open the visitor's messages to be answered
 * @param before the visitor's message before them
 * @param page where the visitor is
 */
record Asked(List<String> open, @Nullable String before, @Nullable String page) {
    private static final Pattern VISITOR = Pattern.compile("(?s)<<<visitor>>>\n(.*?)\n<<<end visitor>>>");
    private static final Pattern PAGE = Pattern.compile("(?s)<<<page>>>\n(.*?)\n<<<end page>>>");
    /** Separates open messages from earlier ones in one text; without it only the last one is open. */
    private static final Pattern OPEN_FROM_HERE = Pattern.compile("(?im)^[^<\n]*\\bopen messages\\b.*$");

    /** A prompt for an answer has one message per turn; the open ones are last. */
    static Asked inConversation(JsonNode request) {
        List<String> users = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("user")) {
                users.add(message.path("content").asText());
            }
        }
        String last = users.isEmpty() ? "" : users.removeLast();
        List<String> open = all(VISITOR, last);
        List<String> earlier = all(VISITOR, String.join("\n", users));
        return new Asked(open.isEmpty() ? List.of(last) : open, lastOf(earlier), lastOf(all(PAGE, system(request))));
    }

    /** A prompt about a conversation has it as one text. */
    static Asked inMaterial(JsonNode request) {
        String text = "";
        for (JsonNode message : request.path("messages")) {
            text = message.path("content").asText();
        }
        Matcher from = OPEN_FROM_HERE.matcher(text);
        List<String> visitors = all(VISITOR, text);
        int open = from.find() ? all(VISITOR, text.substring(from.end())).size() : 1;
        int cut = Math.max(0, visitors.size() - open);
        return new Asked(visitors.subList(cut, visitors.size()), lastOf(visitors.subList(0, cut)),
                lastOf(all(PAGE, text)));
    }

    static String system(JsonNode request) {
        StringBuilder text = new StringBuilder();
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("system")) {
                text.append(message.path("content").asText()).append('\n');
            }
        }
        return text.toString();
    }

    String standalone() {
        return StandaloneQuestions.of(open, before, page);
    }

    private static List<String> all(Pattern block, String text) {
        return block.matcher(text).results().map(found -> found.group(1).strip()).toList();
    }

    private static @Nullable String lastOf(List<String> texts) {
        return texts.isEmpty() ? null : texts.getLast();
    }
}
