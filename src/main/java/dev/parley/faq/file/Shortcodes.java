package dev.parley.faq.file;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes page builders' shortcodes, such as WordPress'. Links, check boxes and words in brackets stay. */
final class Shortcodes {
    private static final String NAME = "([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)";
    private static final Pattern CLOSING = Pattern.compile("\\[/" + NAME + "]");
    private static final Pattern ANY = Pattern
            .compile("(?<![\\\\`!])\\[(/?)" + NAME + "((?:\\s[^\\[\\]]*)?)/?](?![(:`])");

    private Shortcodes() {}

    /** Removes shortcodes that have a closing tag or attributes, or belong to a known builder. */
    static String removed(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        Set<String> closed = new HashSet<>();
        CLOSING.matcher(text).results().forEach(found -> closed.add(found.group(1)));
        return ANY.matcher(text).replaceAll(found -> {
            boolean mark = closed.contains(found.group(2)) || found.group(3).matches("(?s)(?:\\s+[\\w-]+\\s?=.*)+")
                    || found.group(2).matches("(?:vc|et_pb|fusion|av|mk|dt|ux|wp|su)_.*");
            return mark ? " " : Matcher.quoteReplacement(found.group());
        });
    }
}
