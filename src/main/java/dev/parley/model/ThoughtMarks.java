package dev.parley.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How models mark their thoughts in a text. Every family has marks of its own; these are what is common to their spellings. */
final class ThoughtMarks {
    enum Kind {
        OPEN, CLOSE,
        /** Around what is said aloud. */
        EMPTY
    }

    private static final String NAME = "(?:(?!end|begin|start)[a-z]{2,12}[:_-])?(?:think(?:ing)?|thoughts?|reasoning|reflection|"
            + "(?:inner|internal)[_-]?(?:monologue|thoughts?)|chain[_-]of[_-]thoughts?|scratch[_-]?pad)";
    /** Angle brackets, as they are or as HTML, other brackets that stand for them, and those of special tokens. */
    private static final String LEFT = "(?:<\\|?|&lt;|◁)\\s{0,2}";
    private static final String RIGHT = "\\s{0,2}(?:\\|?>|&gt;|▷)";
    private static final String SQUARE = "(?:think(?:ing)?|thoughts?|reasoning)";
    private static final String CHANNEL = "(?:<\\|start\\|>\\s{0,2}assistant\\s{0,2})?<\\|channel\\|>\\s{0,2}";

    private static final String OPEN = LEFT + NAME + "(?:\\s[^<>]{0,80})?" + RIGHT
            + "|" + LEFT + "(?:start|begin(?:_of)?)_" + NAME + RIGHT
            + "|\\[" + SQUARE + "\\](?!\\()"
            + "|" + CHANNEL + "(?:analysis|commentary|thought)\\b[^<]{0,80}<\\|message\\|>"
            + "|<unused94>(?:thought)?";
    private static final String CLOSE = LEFT + "/\\s{0,2}" + NAME + RIGHT
            + "|" + LEFT + "end(?:_of)?_" + NAME + RIGHT
            + "|\\[/" + SQUARE + "\\]"
            + "|" + CHANNEL + "final\\b[^<]{0,80}<\\|message\\|>"
            + "|assistantfinal(?=[\\p{Lu}\\p{Lo}\\s*#\\[0-9])"
            + "|<unused95>";
    private static final String EMPTY = LEFT + NAME + "\\s{0,2}/" + RIGHT
            + "|<\\|(?:end|return|start|message|channel|(?:begin|end)_of_solution|(?:start|end)_response)\\|>"
            + "|</?(?:final_)?(?:answer|response)>";

    private static final Pattern AROUND_THOUGHTS = Pattern
            .compile("(?i)(?<open>" + OPEN + ")|(?<close>" + CLOSE + ")");
    private static final Pattern AROUND_WORDS = Pattern.compile("(?i)" + EMPTY);

    private static final String ASKER = "(?:user|customer|shopper|visitor|client|buyer|person|guest|asker|human)";
    /**
     * How unmarked thoughts begin: about the visitor instead of to them, or with a plan. Whoever answers like that is heard out before it is
     * shown, no more; a few words in the languages that models think in are enough, since lanes that do so are remembered.
     */
    static final Pattern BEGINNING = Pattern.compile("(?iu)\\s*(?:"
            + "(?:(?:okay|ok|alright|all right|right|hmm+|so|well|now|first|wait|let's see)[,.:…!]*\\s+){0,3}"
            + "(?:(?:the|this|our|a) (?:" + ASKER + "|question|query|faq|entry|entries|context|prompt|message"
            + "|instructions?|conversation|system)(?=[\\s,.:'’])"
            + "|" + ASKER + " (?:wants|asks|is|says|needs|has|asked)\\b"
            + "|(?:i|we) (?:need to|should|must|have to|see|think|am asked|'ll)\\b|i'll\\b|let me\\b|let's\\b"
            + "|looking at the|based on the (?:faq|context|entries)"
            + "|thinking[ :]|thoughts?:|reasoning:|analysis:?\\s|step 1|here is my thought process)"
            + "|(?:hmm+|okay|ok|alright)[,.…]\\s(?=so\\b|the\\b|this\\b|what\\b)"
            + "|analysis(?-i:(?=[A-Z]))"
            + "|(?:好的|好|嗯|首先|那么|现在)?[，,。 ]{0,2}(?:用户|顾客|客户|买家|我需要|我应该|我得|让我|这个用户|这位)"
            + "|(?:okay|also|gut|hm+)?[,. ]{0,2}(?:der|die) (?:nutzer|kunde|kundin|besucher|frage|benutzer|käufer)"
            + "|ich (?:muss|sollte|soll)\\b"
            + "|(?:bon|d'accord|ok)?[,. ]{0,2}(?:l'utilisat|l’utilisat|le client\\b|la cliente\\b|je dois\\b)"
            + "|(?:bien|vale|ok)?[,. ]{0,2}(?:el (?:usuario|cliente)|la (?:usuaria|clienta)|debo\\b|necesito\\b)"
            + "|(?:ユーザー|お客様は|顧客|사용자|고객이|пользователь|клиент )"
            + ")");

    /** Half a mark is never longer. */
    static final int LONGEST = 120;

    private ThoughtMarks() {}

    /**
     * The first mark in a text.
     *
     * @param kind null where no whole one is there; the place is then that of half a one at the text's end, or the end
     */
    record Mark(@Nullable Kind kind, int start, int end) {}

    /**
     * The text comes in pieces, which is what `hitEnd` is for.
     *
     * @param thinking only then the marks count that are plain words
     */
    @SuppressWarnings("JdkObsolete")
    static Mark first(CharSequence text, int from, boolean thinking) {
        Matcher mark = AROUND_THOUGHTS.matcher(text);
        Matcher other = AROUND_WORDS.matcher(text);
        for (int at = from; at < text.length(); at++) {
            if (mayBegin(text.charAt(at), thinking)) {
                boolean there = mark.region(at, text.length()).lookingAt();
                // What comes next may make a mark of it, or another one.
                boolean more = text.length() - at < LONGEST && (there ? mark.requireEnd() : mark.hitEnd());
                if (there && !more) {
                    return new Mark(mark.group("open") == null ? Kind.CLOSE : Kind.OPEN, at, mark.end());
                }
                if (!more && other.region(at, text.length()).lookingAt()) {
                    return new Mark(Kind.EMPTY, at, other.end());
                }
                if (more || (text.length() - at < LONGEST && other.hitEnd())) {
                    return new Mark(null, at, text.length());
                }
            }
        }
        return new Mark(null, text.length(), text.length());
    }

    private static boolean mayBegin(char first, boolean thinking) {
        return switch (first) {
            case '<', '&', '◁', '[' -> true;
            case 'a', 'A' -> thinking;
            default -> false;
        };
    }
}
