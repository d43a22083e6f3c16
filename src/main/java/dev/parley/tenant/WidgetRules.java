package dev.parley.tenant;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import dev.parley.platform.WebAddress;
import org.jspecify.annotations.Nullable;

/** Validates widget settings. Texts also reach pages and mails through the API, so tags are refused. */
public final class WidgetRules {
    private static final int MAX_STARTERS = 6;
    private static final int MAX_ORIGINS = 50;
    private static final int LONGEST_SENTENCE = 500;
    private static final int LONGEST_RETENTION = 10 * 366 * 24;
    private static final Pattern TAG = Pattern.compile("<[\\p{L}/!?]");
    /** Bidirectional controls, which can make a text look like another one. */
    private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern ORIGIN = Pattern
            .compile("(https?)://([\\p{L}\\p{N}\\p{M}._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(?::([0-9]{1,5}|\\*))?/?");

    private WidgetRules() {}

    /** Refuses line breaks. */
    public static String line(String field, String typed, int longest) {
        String text = text(field, typed, longest);
        if (text.indexOf('\n') >= 0) {
            throw refused(field, "is a text on one line");
        }
        return text;
    }

    static String text(String field, String typed, int longest) {
        String text = typed.strip().replace("\r\n", "\n");
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
            throw refused(field, "has 1 to " + longest + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n') || TURNING.matcher(text).find()) {
            throw refused(field, "holds no control characters");
        }
        if (TAG.matcher(text).find()) {
            throw refused(field, "is plain text, without tags");
        }
        return text;
    }

    static List<String> starters(List<String> typed) {
        if (typed.size() > MAX_STARTERS) {
            throw refused("starters", "has at most " + MAX_STARTERS + " questions");
        }
        return typed.stream().map(starter -> line("starters", starter, 200)).distinct().toList();
    }

    static Map<String, Map<String, String>> sentences(Map<String, Map<String, String>> typed) {
        Map<String, Map<String, String>> checked = new TreeMap<>();
        typed.forEach((language, sentences) -> {
            Map<String, String> texts = new TreeMap<>();
            sentences.forEach((key, text) -> texts.put(key, text("sentences", text, LONGEST_SENTENCE)));
            if (!texts.isEmpty()) {
                checked.put(language, texts);
            }
        });
        return checked;
    }

    static String accent(String typed) {
        if (!COLOR.matcher(typed).matches()) {
            throw refused("accent", "is a colour, written as #rrggbb");
        }
        return typed.toLowerCase(Locale.ROOT);
    }

    static String locale(String typed) {
        try {
            Locale read = new Locale.Builder().setLanguageTag(typed.strip()).build();
            if (!read.getLanguage().isEmpty() && typed.length() <= 35) {
                return read.toLanguageTag();
            }
        } catch (IllformedLocaleException notALocale) {
            // Falls through to the refusal.
        }
        throw refused("locale", "is a BCP 47 tag such as `en` or `zh-Hans`");
    }

    public static List<String> origins(String field, List<String> typed) {
        if (typed.size() > MAX_ORIGINS) {
            throw refused(field, "has at most " + MAX_ORIGINS + " origins");
        }
        return typed.stream().map(each -> origin(field, each)).distinct().toList();
    }

    /** As browsers send it: lower case, host in ASCII, without the scheme's default port. */
    private static String origin(String field, String typed) {
        Matcher parts = ORIGIN.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            String host = ascii(field, parts.group(2));
            String origin = parts.group(1) + "://" + host;
            String port = parts.group(3);
            if (port == null || isUsual(parts.group(1), port)) {
                return origin;
            }
            if (port.equals("*") ? AllowedOrigins.LOOPBACK.contains(origin + ":*") : isPort(port)) {
                return origin + ":" + port;
            }
        }
        throw noOrigin(field);
    }

    private static boolean isUsual(String scheme, String port) {
        return port.equals(scheme.equals("https") ? "443" : "80");
    }

    private static boolean isPort(String port) {
        int number = Integer.parseInt(port);
        return number >= 1 && number <= 65_535 && !port.startsWith("0");
    }

    private static String ascii(String field, String host) {
        if (host.startsWith("[")) {
            return host;
        }
        // To a browser, a host with a trailing dot is another origin, which nobody means.
        Optional<String> ascii = WebAddress.host(host);
        if (ascii.isPresent() && !ascii.get().startsWith(".") && !ascii.get().endsWith(".")) {
            return ascii.get();
        }
        throw noOrigin(field);
    }

    static void requireRetention(@Nullable Integer hours) {
        if (hours != null && (hours < 0 || hours > LONGEST_RETENTION)) {
            throw refused("retention_hours", "is a number from 0 to " + LONGEST_RETENTION + ", or left out");
        }
    }

    private static ParleyException noOrigin(String field) {
        return refused(field,
                "holds origins such as https://shop.example or http://localhost:*, without a path");
    }

    private static ParleyException refused(String field, String what) {
        return ParleyException.field(field, "bad_" + field, what + ".");
    }
}
