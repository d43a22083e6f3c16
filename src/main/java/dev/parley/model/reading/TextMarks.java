package dev.parley.model.reading;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Marks meant for the server: chat template tokens, and the start of calls written as text. */
final class TextMarks {
    enum Kind {
        NONE,
        /** More text may complete a mark. */
        HALF,
        TURN_OVER,
        STRUCK,
        CALL,
        PERHAPS_CALL
    }

    /** Longer than any partial mark. */
    private static final int LONGEST = 96;
    private static final String BAR = "[|｜]";
    private static final String TURN = "<" + BAR
            + "(?:im_(?:end|start|sep)|endoftext|eo[mst](?:_id)?|end[_▁]of[_▁](?:text|turn|sentence|msg|message)|endofprompt"
            + "|(?:start|end)_header_id|(?:begin|start)[_▁]of[_▁](?:text|turn|sentence)|(?:end|start)_of_turn_token|eos_token|user|human"
            + "|system|assistant|tool|observation|pad|eop|eod)" + BAR + ">"
            + "|<\\|start\\|>|<(?:end|start)_of_turn>|<eos>|<eot>|<eod>|</s>|\\[/?INST\\]|<</?SYS>>";

    /** Speakers of some templates, and tokens that open a turn. */
    static final Pattern SPEAKER = Pattern
            .compile("(?i)(?:\\s|<s>\\s|<bos>|<" + BAR + "im_start" + BAR + ">assistant\\b|<" + BAR
                    + "start_header_id" + BAR + ">assistant<" + BAR + "end_header_id" + BAR
                    + ">|<start_of_turn>model\\b|(?:" + TURN + "))*"
                    + "(?:(?:\\*\\*|__)?assistant(?:\\*\\*|__)?\\s?[:：](?:\\*\\*|__)?\\s*)?");

    private static final Pattern TURN_OVER = Pattern.compile("(?i)" + TURN);
    private static final Pattern STRUCK = Pattern.compile("(?i)<s>");
    private static final Pattern CALL = Pattern.compile("(?i)<" + BAR + "?\\s?(?:[a-z]{2,12}[:.])?(?:start_|begin_)?"
            + "(?:tool|function|action)[_▁ ]?(?:calls?|use|code|invocations?|start)(?:[_▁ ]section)?(?:[_▁ ](?:begin|start))?"
            + "(?:\\s[^<>]{0,60})?\\s?" + BAR + "?>"
            + "|<" + BAR + "python_tag" + BAR + ">|<(?:[a-z]{2,12}:)?(?:function|invoke)(?:=|\\s+name\\s*=)"
            + "|\\[(?:TOOL_CALLS?|TOOL_REQUEST|FUNCTION_CALLS?)\\]|functools\\[");

    private final Pattern bare;
    private final boolean functions;

    TextMarks(Set<String> names) {
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        functions = !names.isEmpty();
        bare = Pattern.compile("(?i)(?:```[a-z_]{0,12}\\s{0,3}|`)?\\[?\\s{0,3}(?:"
                + "\\{\\s{0,8}\"(?:name|function|function_name|function_call|tool|tool_name|tool_calls?|tool_uses|recipient_name|action|type|id|"
                + any + ")\"\\s{0,3}:"
                + "|(?:print\\()?(?:(?:functions?|tools?|default_api)[.:])?(?:" + any + ")\\s?\\()");
    }

    /** Matches incrementally, hence `hitEnd`. */
    @SuppressWarnings("JdkObsolete")
    Kind at(CharSequence text, int at, boolean lineStart) {
        char first = text.charAt(at);
        boolean half = false;
        if (first == '<' || first == '[' || (lineStart && first == 'f')) {
            Matcher call = CALL.matcher(text).region(at, text.length());
            if (call.lookingAt()) {
                return Kind.CALL;
            }
            Matcher turn = TURN_OVER.matcher(text).region(at, text.length());
            if (turn.lookingAt()) {
                return Kind.TURN_OVER;
            }
            Matcher struck = STRUCK.matcher(text).region(at, text.length());
            if (struck.lookingAt()) {
                return Kind.STRUCK;
            }
            half = call.hitEnd() || turn.hitEnd() || struck.hitEnd();
        }
        if (functions && lineStart && !Character.isWhitespace(first)) {
            Matcher plain = bare.matcher(text).region(at, text.length());
            if (plain.lookingAt()) {
                return Kind.PERHAPS_CALL;
            }
            half |= plain.hitEnd();
        }
        return half && text.length() - at < LONGEST ? Kind.HALF : Kind.NONE;
    }
}
