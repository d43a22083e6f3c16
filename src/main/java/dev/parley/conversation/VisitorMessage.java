package dev.parley.conversation;

import java.util.UUID;
import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A visitor's message to write, validated on creation. With a {@code recording} the text may be empty. */
public record VisitorMessage(UUID clientId, String text, @Nullable String page, @Nullable UUID recording) {
    /** In Unicode code points. */
    public static final int LONGEST = 10_000;
    private static final int LONGEST_PAGE = 2_000;
    private static final Pattern WEB = Pattern.compile("(?i)https?://");

    public VisitorMessage {
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            throw ParleyException.invalid("text_too_long",
                    "The message is longer than 10,000 characters. Shorten it or send it in parts.");
        }
        // PostgreSQL does not store NUL.
        text = text.replace("\u0000", "");
        if (text.isBlank() && recording == null) {
            throw ParleyException.invalid("text_empty", "The message has no text. Write something and send it again.");
        }
        if (page != null) {
            page = page.replace("\u0000", "");
            page = page.length() > LONGEST_PAGE ? page.substring(0, LONGEST_PAGE) : page;
            // Agents will click it.
            page = WEB.matcher(page).lookingAt() ? page : null;
        }
    }

    public VisitorMessage(UUID clientId, String text, @Nullable String page) {
        this(clientId, text, page, null);
    }
}
