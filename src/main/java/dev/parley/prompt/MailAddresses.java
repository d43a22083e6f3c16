package dev.parley.prompt;

import java.util.regex.Pattern;

/** Takes e-mail addresses out of what people typed: no model needs them to answer from an FAQ, and its provider may keep what it is sent. */
public final class MailAddresses {
    /** Every part is bounded, so that no text takes long. */
    private static final Pattern ADDRESS = Pattern
            .compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}");

    private MailAddresses() {}

    /** The text with a few words in each address's place. */
    public static String masked(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("(e-mail address)");
    }
}
