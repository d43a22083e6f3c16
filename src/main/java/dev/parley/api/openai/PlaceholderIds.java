package dev.parley.api.openai;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Placeholders that programs send as ids. Used as ids, they would merge strangers' conversations. */
final class PlaceholderIds {
    /** Templates of shells, JavaScript, Jinja, ERB, Spring, Windows and others. */
    private static final Pattern TEMPLATE = Pattern
            .compile(".*[{}<>\\[\\]$%#|\\\\`].*|:\\w+|@\\w+|__\\w+__|(?i:(your|insert|enter|replace)[-_ ][^\\d]*)");
    private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}]*|-\\d+|[0\\W_]+");
    /** Without separators. */
    private static final Set<String> WORDS = Set.of("null", "undefined", "none", "nil", "nan", "na", "empty", "true",
            "false", "string", "text", "value", "number", "integer", "object", "int", "uuid", "guid", "id", "new",
            "local",
            "default", "unknown", "anonymous", "anon", "guest", "temp", "temporary", "tmp", "placeholder", "example",
            "sample", "todo", "tbd", "xxx", "chat", "newchat", "untitled", "conversation", "newconversation", "session",
            "newsession", "thread", "newthread", "user", "chatid", "conversationid", "sessionid", "threadid", "userid",
            "current", "currentchat", "public", "global", "shared", "web", "webchat", "client", "main", "root");

    private PlaceholderIds() {}

    static boolean isOne(String id) {
        String text = id.strip();
        return TEMPLATE.matcher(text).matches() || NOTHING.matcher(text).matches()
                || WORDS.contains(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    }
}
