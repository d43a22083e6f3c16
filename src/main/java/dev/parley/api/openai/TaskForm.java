package dev.parley.api.openai;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The output format of a program's task: a list or a text, in the field {@code key} or the element {@code tag}, if any.
 */
record TaskForm(@Nullable String key, boolean list, @Nullable String tag) {
    private static final Pattern FIELD = Pattern
            .compile("[{,]\\s*\\\\?[\"“']([a-zA-Z_ ]{2,30})\\\\?[\"”']\\s*:\\s*(\\[|[\"“\\w])");
    private static final Pattern ARRAY = Pattern.compile(
            "(?iu)json[- ]?(?:array|list|配列)|array (?:of strings|in json)|字符串数组|数组|JSON配列|(?m:^\\s*\\[\\s*[\"“])|,? ?\\[\\] (?:if|where)");
    private static final Pattern ELEMENT = Pattern
            .compile("(?iu)[`<“\"]([a-z_]{2,20})[`>”\"]\\W{0,3}(?:xml[- ]?)?(?:block|tags?|element)");
    private static final Pattern NAMES_IT = Pattern
            .compile("(?i).*(?:output|title|answer|result|quer|question|tool_calls).*");
    /** Occurs in embedded chats, never in an answer. */
    private static final Pattern OF_LINES = Pattern.compile("(?i)role|content|mainText");

    static TaskForm of(String instruction) {
        Matcher element = ELEMENT.matcher(instruction);
        if (element.find()) {
            return new TaskForm(null, false, element.group(1));
        }
        List<MatchResult> fields = FIELD.matcher(instruction).results()
                .filter(field -> !OF_LINES.matcher(field.group(1)).matches()).toList();
        if (!fields.isEmpty()) {
            MatchResult field = fields.stream().filter(each -> NAMES_IT.matcher(each.group(1)).matches()).findFirst()
                    .orElse(fields.getFirst());
            return new TaskForm(field.group(1), field.group(2).equals("["), null);
        }
        return new TaskForm(null, ARRAY.matcher(instruction).find(), null);
    }

    boolean isJson() {
        return key != null || list;
    }

    String write(String value) {
        return write(value.isEmpty() ? List.of() : List.of(value), value);
    }

    /** In plain text, one per line. */
    String write(List<String> values) {
        return write(values, values.isEmpty() ? "" : values.getFirst());
    }

    private String write(List<String> values, String one) {
        String list = values.stream().map(TaskForm::quoted).collect(Collectors.joining(", ", "[", "]"));
        if (key != null) {
            return "{\"" + key + "\": " + (this.list ? list : quoted(one)) + "}";
        }
        if (this.list) {
            return list;
        }
        return tag == null ? String.join("\n", values) : "<" + tag + ">\n" + one + "\n</" + tag + ">";
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
