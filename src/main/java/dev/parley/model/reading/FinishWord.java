package dev.parley.model.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an upstream's word for the end of an answer means. No two servers have the same ones, so each row has what they have in common; the
 * first that fits holds. What none of them fits is an end all the same, and worth a line in the log.
 */
enum FinishWord {
    /** What some servers say in every chunk but the last. */
    NOT_YET("|null|none|nil|undefined|not_finished|in_progress|running|generating|streaming|continue|unspecified|finish_reason_unspecified"),
    /** The provider's filter left something out, perhaps everything. */
    FILTERED(
            "3|4|.*(?:filter|safety|sensitiv|recitation|guard_?rail|moderat|blocked|block_?list|prohibit|policy|violat|toxic|unsafe"
                    + "|harmful|refus|flagged|censor|inspection|spii|risk|sexual|violence|copyright|inappropriate).*|language"),
    /** The server gave up: what there is, is the beginning of an answer. */
    BROKEN(".*(?:rate_?limit|quota|abort|cancel|insufficient|unavailable|overload|interrupt|disconnect|malformed"
            + "|network|connection|internal|exception|crash|kill|evict|preempt|shutdown).*"
            + "|error|failed|failure|fail|.*_(?:error|failed|failure)|(?:server|model|engine|system|generation|upstream)_fail.*"
            + "|unexpected_tool_call"),
    /** Cut at a limit. */
    CUT("2|.*(?:length|max|limit|trunc|incomplete|budget|exceed|context_window|cut_?off|too_long|out_of_tokens|time_?out|deadline).*|cut|time"),
    /** It wants actions done. */
    CALLS(".*(?:tool|function|action).*"), FINISHED(
            "1|ok|.*(?:stop|eos|eot|complete|finish|done|normal|natural|success).*|(?:.*_)?end(?:ed|of.*)?(?:_.*)?"), UNKNOWN(
                    ".*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[\\s.:/-]+");

    private final Pattern words;

    FinishWord(String words) {
        this.words = Pattern.compile(words);
    }

    static FinishWord of(String written) {
        String word = BETWEEN_WORDS.matcher(written.strip()).replaceAll("_").toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:finish|stop|done)_reason_(?=.)", "");
        for (FinishWord each : values()) {
            if (each.words.matcher(word).matches()) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
