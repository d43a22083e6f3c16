package dev.parley.model.reading;

import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.reading.UpstreamError.Complaint;

/** Recognizes errors about too long a prompt. Few servers have a code; messages mention a context or tokens. */
final class TooLong {
    private static final String EXCESS = "(?:exceed|overflow|too (?:long|large|big|many)|(?:long|larg|great|high|bigg)er than|more than|"
            + "maximum|\\bmax\\b|at most|at maximum|less than|<=|limit|reduc|shorten|truncat|does(?:n.t| not) fit|not enough|only|resulted in)";
    /** Things that can be too long; none is a parameter's name. */
    private static final Pattern CONTEXT = Pattern
            .compile("(?is)(?:context ?(?:length|window|size|limit)|\\bcontext\\b|\\bn_ctx\\b"
                    + "|max_?(?:model|seq|input|position)\\w*|(?:model|prompt|input|sequence|maximum) length|length of (?:the )?(?:prompt|input|messages?))");
    private static final Pattern EXCESSIVE = Pattern.compile("(?i)" + EXCESS + "|\\d");
    private static final Pattern SAID_OF_THE_PROMPT = Pattern.compile(
            "(?is)(?:prompt|inputs?|messages|requests?|conversation|query|sequence|history)\\b.{0,60}?"
                    + "(?:too (?:long|large|big)|exceed|(?:long|larg|great)er than|more than|over the|does(?:n.t| not) fit|should be \\[|must have less|must be (?:<|less|at most))"
                    + "|(?:too long|too large|reduce|shorten)\\b.{0,40}?\\b(?:prompt|inputs?|messages|requests?|conversation)\\b");
    private static final Pattern TOKENS = Pattern
            .compile("(?is)\\btokens?\\b.{0,80}?" + EXCESS + "|" + EXCESS + ".{0,80}?\\btokens?\\b");
    private static final Pattern OTHER_SCRIPTS = Pattern
            .compile(
                    "(?s)(?:上下文|输入|提示|[Pp]rompt|token|Token|长度).{0,30}?(?:超长|超过|超出|过长|最大|太长)|(?:超长|超过|超出|最大).{0,20}?(?:长度|上下文)");
    private static final Pattern LIMIT_OF_ANSWERS = Pattern
            .compile("(?i)(?:completion|output|generated|new)[ _]tokens?|max_(?:completion_|output_|new_)?tokens");
    /** A request above the account's tokens per minute is refused until it is made smaller. */
    private static final Pattern LARGER_THAN_A_MINUTE = Pattern
            .compile("(?is)request (?:is )?too large|reduce your message|tokens must be reduced");
    private static final Set<String> WHERE = Set.of("messages", "message", "prompt", "input", "inputs", "max_tokens",
            "max_completion_tokens", "input_tokens", "");

    private TooLong() {}

    static boolean says(int status, UpstreamError error) {
        return switch (status) {
            case 400, 413, 422, 500 -> error.complaints().stream().anyMatch(TooLong::says);
            case 429 -> error.complaints().stream()
                    .anyMatch(complaint -> LARGER_THAN_A_MINUTE.matcher(complaint.words()).find());
            default -> false;
        };
    }

    private static boolean says(Complaint complaint) {
        String words = complaint.words();
        String place = complaint.parameter().replaceFirst("[.\\[].*", "");
        if (!WHERE.contains(place)) {
            return false;
        }
        if (CONTEXT.matcher(words).find() && EXCESSIVE.matcher(words).find()) {
            return true;
        }
        boolean prompt = SAID_OF_THE_PROMPT.matcher(words).find() || OTHER_SCRIPTS.matcher(words).find();
        boolean answer = place.startsWith("max_") || LIMIT_OF_ANSWERS.matcher(words).find();
        return prompt || (!answer && TOKENS.matcher(words).find());
    }
}
