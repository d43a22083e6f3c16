package dev.parley.turn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Greetings, thanks and goodbyes: no FAQ entry answers them, and no model is needed to be polite. */
enum Courtesy {
    GREETING(
            "hi|hi there|hello|hello there|hey|hey there|good (morning|afternoon|evening|day)|greetings|hallo|guten (tag|morgen|abend)"
                    + "|moin|你好|您好|早上好|下午好|嗨|مرحبا|مرحبًا|السلام عليكم|أهلا"), THANKS(
                            "(ok(ay)?|great|perfect|cool)?,? ?(thanks|thank you|thx|ty|cheers)( (a lot|so much|very much|again))?"
                                    + "|many thanks|danke( schön| sehr)?|vielen dank|谢谢(你|您)?|多谢|شكرا|شكرًا"), GOODBYE(
                                            "bye|bye bye|goodbye|good bye|see you|see ya|tschüss|auf wiedersehen|再见|拜拜|مع السلامة");

    private final Pattern whole;

    Courtesy(String expression) {
        whole = Pattern.compile("(" + expression + ")");
    }

    /** Only a text that is nothing else: "hello, where is my parcel" is a question. */
    static Optional<Courtesy> in(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}！。，、？~\\s]+$", "");
        for (Courtesy courtesy : values()) {
            if (courtesy.whole.matcher(plain).matches()) {
                return Optional.of(courtesy);
            }
        }
        return Optional.empty();
    }

    String reply(Language language) {
        return switch (this) {
            case GREETING -> Phrases.greeting(language);
            case THANKS -> Phrases.thanks(language);
            case GOODBYE -> Phrases.goodbye(language);
        };
    }
}
