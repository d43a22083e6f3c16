package dev.parley.faq.file;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** With a header; lists are separated by `|` or a line break. */
public enum FaqFormat {
    CSV("text/csv;charset=UTF-8"), JSON("application/json"), JSONL("application/x-ndjson");

    private static final Pattern CHARSET = Pattern
            .compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9][A-Za-z0-9._:+-]*)");

    private final String type;

    FaqFormat(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public String fileName() {
        return "faq." + name().toLowerCase(Locale.ROOT);
    }

    /** From the parameter `format`; JSON by default. */
    public static FaqFormat named(@Nullable String name) {
        return switch (name == null ? "json" : name.toLowerCase(Locale.ROOT)) {
            case "csv" -> CSV;
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSONL;
            default -> throw ParleyException.invalid("bad_format", "The parameter `format` is csv, json or jsonl.");
        };
    }

    /** The parameter wins over the Content-Type, which many tools cannot set. */
    public static FaqFormat of(@Nullable String name, @Nullable String contentType) {
        return name == null ? typed(contentType) : named(name);
    }

    /** The code page in a Content-Type; null if absent or unknown. */
    public static @Nullable Charset charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static FaqFormat typed(@Nullable String contentType) {
        String plain = contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "text/csv", "application/csv", "text/tab-separated-values", "text/comma-separated-values",
                    "application/vnd.ms-excel", "text/plain" ->
                // Windows sends CSV files with the media type of Excel.
                CSV;
            case "application/json", "application/ld+json", "text/json" -> JSON;
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/jsonlines" ->
                JSONL;
            default -> throw ParleyException.invalid("bad_format",
                    "Send the Content-Type text/csv, application/json or application/x-ndjson, or `?format=csv|json|jsonl`.");
        };
    }
}
