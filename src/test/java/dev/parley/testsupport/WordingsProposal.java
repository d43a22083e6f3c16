package dev.parley.testsupport;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The scripted model's other wordings: the entry's question in a few other forms. */
final class WordingsProposal {
    private static final Pattern FORM = Pattern.compile("\\{\\s*\"wordings\"\\s*:\\s*\\[");
    private static final Pattern QUESTION = Pattern.compile("(?s)<<<entry>>>\nQuestion: (.*?)\n");
    private static final Pattern BEGINNING = Pattern.compile(
            "(?i)^(?:how (?:can|do) (?:i|you|we)|what (?:is|are)|where (?:can|do) i|when (?:is|are|will)|can i|do you|is|are|which)\\s+");

    private WordingsProposal() {}

    static boolean isAskedFor(JsonNode request) {
        return FORM.matcher(Asked.system(request)).find()
                || request.at("/response_format/json_schema/schema/properties").has("wordings");
    }

    static Reply to(JsonNode request) {
        StringBuilder text = new StringBuilder();
        request.path("messages").forEach(message -> text.append(message.path("content").asText()).append('\n'));
        Matcher found = QUESTION.matcher(text);
        String asked = found.find() ? found.group(1).strip() : "";
        String about = BEGINNING.matcher(asked.replaceAll("[?？.!]+$", "").toLowerCase(Locale.ROOT)).replaceFirst("");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List.of("help with " + about, about + " please", "tell me about " + about, asked)
                .forEach(json.withArray("wordings")::add);
        return Reply.answer(json.toString());
    }
}
