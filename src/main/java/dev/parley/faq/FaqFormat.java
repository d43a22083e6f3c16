package dev.parley.faq;

import java.util.Locale;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** How a file holds entries. */
public enum FaqFormat {
    /** With a header; lists are separated by `|` or a line break. */
    CSV("text/csv;charset=UTF-8"),
    /** An array of objects. */
    JSON("application/json"),
    /** An object on each line. */
    JSONL("application/x-ndjson");

    private final String type;

    FaqFormat(String type) {
        this.type = type;
    }

    /** The media type of such a file when we send it. */
    public String type() {
        return type;
    }

    /** What such a file is called when we send it. */
    public String fileName() {
        return "faq." + name().toLowerCase(Locale.ROOT);
    }

    /** From the parameter `format`; JSON where nothing is said. */
    public static FaqFormat named(@Nullable String name) {
        return switch (name == null ? "json" : name.toLowerCase(Locale.ROOT)) {
            case "csv" -> CSV;
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSONL;
            default -> throw ParleyException.invalid("bad_format", "The parameter `format` is csv, json or jsonl.");
        };
    }

    /** Of a file that was sent: the parameter goes before the Content-Type, which many tools cannot choose. */
    public static FaqFormat of(@Nullable String name, @Nullable String contentType) {
        return name == null ? typed(contentType) : named(name);
    }

    private static FaqFormat typed(@Nullable String contentType) {
        String plain = contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "text/csv", "application/csv" -> CSV;
            case "application/json" -> JSON;
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/jsonlines" ->
                JSONL;
            default -> throw ParleyException.invalid("bad_format",
                    "Send the Content-Type text/csv, application/json or application/x-ndjson, or `?format=csv|json|jsonl`.");
        };
    }
}
