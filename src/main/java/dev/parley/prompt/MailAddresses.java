package dev.parley.prompt;

import java.util.regex.Pattern;

/** Masks e-mail addresses in visitors' text: no model needs them, and its provider may store them. */
public final class MailAddresses {
    /** Bounded parts keep matching linear. */
    private static final Pattern ADDRESS = Pattern
            .compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}");

    private MailAddresses() {}

    public static String masked(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("(e-mail address)");
    }
}
