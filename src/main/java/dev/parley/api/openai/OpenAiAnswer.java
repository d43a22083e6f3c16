package dev.parley.api.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.conversation.answer.Source;
import org.jspecify.annotations.Nullable;

/** An answer as far as OpenAI's protocol can express it; {@code conversation} is null for a program's own task. */
record OpenAiAnswer(@Nullable UUID conversation, String state, String id, long created, String text,
        List<Source> sources,
        @Nullable String finish, Usage usage) {
    static final String MODEL = "parley";
    private static final Pattern CITATION = Pattern.compile("\\[(\\d{1,2})]");

    /** In tokens; null if not generated. */
    record Usage(int prompt, int completion) {
        static final Usage NONE = new Usage(0, 0);
    }

    /** A citation of a shop's page; at the end of the text if not cited. */
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
