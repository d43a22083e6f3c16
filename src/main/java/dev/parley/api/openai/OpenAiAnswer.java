package dev.parley.api.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.conversation.answer.Source;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question, as far as OpenAI's protocol can say it.
 *
 * @param conversation null where the client has asked for itself, which is no customer's question
 * @param id of the answer, or of the question when nobody has answered
 * @param state of the conversation: `waiting` and `with_agent` mean that a person will answer
 * @param finish as the conversation has it
 */
record OpenAiAnswer(@Nullable UUID conversation, String state, String id, long created, String text,
        List<Source> sources,
        @Nullable String finish, Usage usage) {
    static final String MODEL = "parley";
    private static final Pattern CITATION = Pattern.compile("\\[(\\d{1,2})]");

    /** In tokens; none when the answer was not generated. */
    record Usage(int prompt, int completion) {
        static final Usage NONE = new Usage(0, 0);
    }

    /** A place in the text that stands on a page of the shop's; at the text's end for a page that is not cited. */
    record Citation(int start, int end, String url, String title) {}

    String finishReason() {
        return switch (finish == null ? "" : finish) {
            case "length" -> "length";
            case "content_filter" -> "content_filter";
            default -> "stop";
        };
    }

    List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String url = source.url();
            if (url == null) {
                continue;
            }
            int before = citations.size();
            for (Matcher mark = CITATION.matcher(text); mark.find();) {
                if (Integer.parseInt(mark.group(1)) == i + 1) {
                    citations.add(new Citation(mark.start(), mark.end(), url, source.question()));
                }
            }
            if (citations.size() == before) {
                citations.add(new Citation(text.length(), text.length(), url, source.question()));
            }
        }
        return citations;
    }
}
