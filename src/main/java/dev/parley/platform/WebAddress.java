package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/**
 * A web address as people copy it, normalized like browsers do (WHATWG URL): host in ASCII, path and query escaped.
 * Accepts hosts in other scripts and with underscores, which {@link java.net.URI} does not. {@code port} may be -1;
 * {@code rest} is empty or starts with its delimiter.
 */
public record WebAddress(String scheme, @Nullable String userInfo, String host, int port, String rest) {
    private static final Pattern PARTS = Pattern
            .compile("(?i)(https?)://(?:([^/?#@]*)@)?(\\[[0-9A-Fa-f:.]+]|[^/?#@:\\[\\]]+)(?::(\\d{0,5}))?([/?#].*)?",
                    Pattern.DOTALL);
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*" + LABEL + "\\.?");
    /** Like browsers: keeps ß and the joiners. */
    private static final IDNA IN_ASCII = IDNA
            .getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Empty if it is no http(s) address. */
    public static Optional<WebAddress> of(String text) {
        String plain = text.strip();
        Matcher parts = PARTS.matcher(plain);
        if (!parts.matches() || plain.indexOf('\\') >= 0 || plain.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String port = parts.group(4);
        return host(parts.group(3)).map(host -> new WebAddress(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2),
                host, port == null || port.isEmpty() ? -1 : Integer.parseInt(port),
                parts.group(5) == null ? "" : escaped(parts.group(5))));
    }

    /** For display: the host as written, the rest escaped. Empty if it is no http(s) address. */
    public static Optional<String> tidy(String text) {
        String plain = text.strip();
        return of(plain).map(address -> {
            Matcher parts = PARTS.matcher(plain);
            int rest = parts.matches() && parts.group(5) != null ? parts.start(5) : plain.length();
            return plain.substring(0, rest) + address.rest();
        });
    }

    public static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            return Optional.of(written.toLowerCase(Locale.ROOT));
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = written.chars().allMatch(c -> c < 128)
                ? written.toLowerCase(Locale.ROOT)
                : IN_ASCII.nameToASCII(written, new StringBuilder(), info).toString();
        return info.hasErrors() || ascii.length() > 253 || !NAME.matcher(ascii).matches()
                ? Optional.empty()
                : Optional.of(ascii);
    }

    private static String escaped(String rest) {
        StringBuilder out = new StringBuilder();
        rest.codePoints().forEach(c -> {
            if (c <= ' ' || "\"<>^`{|}".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format("%02X", each & 0xFF));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    public String asciiRest() {
        StringBuilder out = new StringBuilder();
        for (byte each : rest.getBytes(StandardCharsets.UTF_8)) {
            out.append(each < 0 ? String.format("%%%02X", each & 0xFF) : String.valueOf((char) each));
        }
        return out.toString();
    }
}
