package dev.parley.platform;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that somebody of a shop typed, in the one spelling that all parsers read alike. A host is a name, a plain IPv4 address or an
 * IPv6 address in brackets; octal, hexadecimal and shortened numbers are refused rather than understood.
 *
 * @param target path and query, as written
 */
public record OutgoingUrl(boolean tls, String host, int port, String target) {
    private static final int LONGEST = 2_000;
    private static final int FIRST_FREE_PORT = 1_024;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    /** The last label of a name begins with a letter; what does not could be read as a number. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Throws an {@link IllegalArgumentException} that says what is wrong, and never quotes the address: it may hold a password. */
    public static OutgoingUrl parse(String text) {
        require(text.length() <= LONGEST, "has at most 2,000 characters");
        require(VISIBLE.matcher(text).matches() && text.indexOf('\\') < 0,
                "is a URL in ASCII without blanks; write other letters as the browser's address bar copies them");
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        require((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null,
                "must begin with http:// or https:// and name a host");
        require(uri.getRawUserInfo() == null && uri.getRawFragment() == null,
                "must not hold a user, a password or a fragment");
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        require(IPV4.matcher(host).matches() || IPV6.matcher(host).matches()
                || (host.length() <= 253 && NAME.matcher(host).matches()), "has a host that is no name and no address");
        boolean tls = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        require(port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65_535),
                "must have the port 80, 443 or one from 1024 on");
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new OutgoingUrl(tls, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            throw new IllegalArgumentException("is not a URL", null);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise, null);
        }
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
