package dev.parley.faq.file;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern CHARSET = Pattern
            .compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9][A-Za-z0-9._:+-]*)");

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

    /** The code page that a Content-Type names; null where it names none that is known here. */
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
                // Windows calls spreadsheets' texts a workbook.
                CSV;
            case "application/json", "application/ld+json", "text/json" -> JSON;
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/jsonlines" ->
                JSONL;
            default -> throw ParleyException.invalid("bad_format",
                    "Send the Content-Type text/csv, application/json or application/x-ndjson, or `?format=csv|json|jsonl`.");
        };
    }
}
