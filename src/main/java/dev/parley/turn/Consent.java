package dev.parley.turn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A visitor's yes or no to an action. Only a text that is nothing else: "yes, but to my new address" is a question for the model. */
enum Consent {
    YES("yes|yes,? please|yep|yeah|ok|okay|sure|please do|do it|confirm|ja|ja,? bitte|gern|gerne|好|好的|是|是的|确认|可以|نعم|أجل|موافق"), NO(
            "no|no,? thanks|no,? thank you|nope|don'?t|cancel|nein|nein,? danke|不|不要|不用|取消|لا|لا شكرا");

    private static final int LONGEST = 30;
    private final Pattern whole;

    Consent(String expression) {
        whole = Pattern.compile(expression);
    }

    static Optional<Consent> in(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}！。，、？~\\s]+$", "");
        for (Consent consent : values()) {
            if (consent.whole.matcher(plain).matches()) {
                return Optional.of(consent);
            }
        }
        return Optional.empty();
    }
}
