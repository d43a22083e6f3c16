package dev.parley.model.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Finish reasons by what spellings have in common; the first match wins. Unknown ones count as finished. */
enum FinishWord {
    /** Sent by some servers in every chunk but the last. */
    NOT_YET("|null|none|nil|undefined|not_finished|in_progress|running|generating|streaming|continue|unspecified|finish_reason_unspecified"),
    /** The provider's filter removed something, perhaps everything. */
    FILTERED(
            "3|4|.*(?:filter|safety|sensitiv|recitation|guard_?rail|moderat|blocked|block_?list|prohibit|policy|violat|toxic|unsafe"
                    + "|harmful|refus|flagged|censor|inspection|spii|risk|sexual|violence|copyright|inappropriate).*|language"),
    /** The server gave up: the text is incomplete. */
    BROKEN(".*(?:rate_?limit|quota|abort|cancel|insufficient|unavailable|overload|interrupt|disconnect|malformed"
            + "|network|connection|internal|exception|crash|kill|evict|preempt|shutdown).*"
            + "|error|failed|failure|fail|.*_(?:error|failed|failure)|(?:server|model|engine|system|generation|upstream)_fail.*"
            + "|unexpected_tool_call"),
    /** Cut at a limit. */
    CUT("2|.*(?:length|max|limit|trunc|incomplete|budget|exceed|context_window|cut_?off|too_long|out_of_tokens|time_?out|deadline).*|cut|time"),
    CALLS(".*(?:tool|function|action).*"),
    FINISHED("1|ok|.*(?:stop|eos|eot|complete|finish|done|normal|natural|success).*|(?:.*_)?end(?:ed|of.*)?(?:_.*)?"),
    UNKNOWN(".*");

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
