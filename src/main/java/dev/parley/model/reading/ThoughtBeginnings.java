package dev.parley.model.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes reasoning without a mark by its first words; it is only held back, so few words suffice. */
final class ThoughtBeginnings {
    enum Similarity {
        UNDECIDED,
        NONE,
        /** Usually an answer; reasoning only if an answer's heading follows. */
        SLIGHT,
        /** Reasoning if cut. */
        LIKELY,
        /** Reasoning in any case. */
        SURE,
        /** A field of an object that also has the answer. */
        FIELDS
    }

    private static final String ASKER = "(?:user|customer|shopper|visitor|client|buyer|person|guest|asker|human)";
    private static final String DECOR = "[\\s*_#>=~💭🤔🧠-]{0,12}";
    private static final String OWN = "(?:(?:my|the|internal|inner|initial|step[ -]by[ -]step)\\s){0,2}";
    private static final String HEADING = "(?:thinking|thoughts?|thought process|chain[ -]of[ -]thoughts?|inner monologue"
            + "|internal monologue|scratch ?pad|reasoning process|思考(?:过程)?|思维过程|推理过程|gedanken(?:gang)?|überlegung(?:en)?"
            + "|réflexion|raisonnement|pensamiento|razonamiento|denkprozess|notes? to self|internal (?:notes?|reasoning|analysis)"
            + "|deliberation|brainstorm(?:ing)?)";
    private static final String END = "(?:[.…]{0,3}\\s?[*_]{0,3}\\s?[:：][*_]{0,3}|[.…]{0,3}[ *_=#:-]{0,12}\\n)";
    /** On its own line, or with a colon; decorated, or as a sentence. */
    private static final Pattern SURE = Pattern.compile("(?iu)" + DECOR + "(?:" + OWN + HEADING + END
            + "|here(?:'s|’s| is| are) (?:my|the) (?:thought process|thoughts|thinking|reasoning)(?: process)?\\s?[:：])");
    private static final Pattern FIELDS = Pattern
            .compile("(?iu)\\s*(?:```[a-z]{0,8}\\s{1,4})?\\{\\s{0,8}\"" + ThoughtNames.ANY
                    + "\"\\s{0,4}:\\s{0,8}[\"\\[{]");
    private static final Pattern SLIGHT = Pattern.compile("(?iu)(?=[\\s*_#]{0,3}[*_#])" + DECOR + OWN
            + "(?:plan(?:ning)?|strategy|approach|assessment|evaluation|understanding|intent|interpretation)" + END);
    private static final Pattern LIKELY = Pattern.compile("(?iu)\\s*(?:"
            + DECOR + OWN + "(?:reasoning|analysis|reflection|deliberation)" + END
            + "|(?:(?:okay|ok|alright|all right|right|hmm+|so|well|now|first|wait|let's see)[,.:…!]*\\s+){0,3}"
            + "(?:(?:the|this|our|a) (?:" + ASKER + "|question|query|faq|entry|entries|context|prompt|message"
            + "|instructions?|conversation|system)(?=[\\s,.:'’])"
            + "|" + ASKER + " (?:wants|asks|is|says|needs|has|asked)\\b"
            + "|(?:i|we) (?:need to|should|must|have to|see|think|am asked|'ll)\\b|i'll\\b|let me\\b|let's\\b"
            + "|looking at the|based on the (?:faq|context|entries)"
            + "|thinking[ :]|thoughts?:|reasoning:|analysis:?\\s|step 1|here is my thought process)"
            + "|(?:hmm+|okay|ok|alright)[,.…]\\s(?=so\\b|the\\b|this\\b|what\\b)"
            + "|analysis(?-i:(?=[A-Z]))|commentary to="
            + "|(?:好的|好|嗯|首先|那么|现在)?[，,。 ]{0,2}(?:用户|顾客|客户|买家|我需要|我应该|我得|让我|这个用户|这位)"
            + "|(?:okay|also|gut|hm+)?[,. ]{0,2}(?:der|die) (?:nutzer|kunde|kundin|besucher|frage|benutzer|käufer)"
            + "|ich (?:muss|sollte|soll)\\b"
            + "|(?:bon|d'accord|ok)?[,. ]{0,2}(?:l'utilisat|l’utilisat|le client\\b|la cliente\\b|je dois\\b)"
            + "|(?:bien|vale|ok)?[,. ]{0,2}(?:el (?:usuario|cliente)|la (?:usuaria|clienta)|debo\\b|necesito\\b)"
            + "|(?:ユーザー|お客様は|顧客|사용자|고객이|пользователь|клиент )"
            + ")");

    private ThoughtBeginnings() {}

    /** Matches incrementally, hence `hitEnd`. */
    @SuppressWarnings("JdkObsolete")
    static Similarity of(CharSequence text) {
        boolean open = false;
        Similarity found = Similarity.NONE;
        Matcher sure = SURE.matcher(text);
        if (sure.lookingAt()) {
            return Similarity.SURE;
        }
        Matcher fields = FIELDS.matcher(text);
        if (fields.lookingAt()) {
            return Similarity.FIELDS;
        }
        open |= sure.hitEnd() || fields.hitEnd();
        Matcher likely = LIKELY.matcher(text);
        if (likely.lookingAt()) {
            found = Similarity.LIKELY;
        } else {
            open |= likely.hitEnd();
            Matcher slight = SLIGHT.matcher(text);
            found = slight.lookingAt() ? Similarity.SLIGHT : Similarity.NONE;
            open |= slight.hitEnd() && found == Similarity.NONE;
        }
        return open ? Similarity.UNDECIDED : found;
    }

    /** True for an incomplete beginning of reasoning. */
    @SuppressWarnings("JdkObsolete")
    static boolean isHalf(CharSequence text) {
        Matcher sure = SURE.matcher(text);
        Matcher fields = FIELDS.matcher(text);
        return (!sure.lookingAt() && sure.hitEnd()) || (!fields.lookingAt() && fields.hitEnd());
    }
}
