package dev.parley.platform;

import java.util.regex.Pattern;

/**
 * A URL typed by a tenant, in the one spelling that all parsers read alike. The host is a name, a plain IPv4 address or
 * an IPv6 address in brackets; octal, hexadecimal and shortened numbers are refused.
 */
public record OutgoingUrl(boolean tls, String host, int port, String target) {
    private static final int LONGEST = 2_000;
    private static final int FIRST_FREE_PORT = 1_024;
    private static final Pattern HOSTED = Pattern.compile("(?i)https?://[^/].*");
    private static final Pattern URI_SIGNS = Pattern.compile("[!-~]*");
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    /** Allows underscores: names with them violate the standard but exist. */
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    /** The last label must start with a letter; otherwise the name could be read as a number. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*[a-z_]([a-z0-9_-]{0,61}[a-z0-9_])?");

    /** Throws an {@link IllegalArgumentException} that never quotes the address, which may hold a password. */
    public static OutgoingUrl parse(String text) {
        require(text.length() <= LONGEST, "has at most 2,000 characters");
        require(text.chars().noneMatch(c -> c <= ' ' || c == 127 || c == '\\') && HOSTED.matcher(text).matches(),
                "is a URL without blanks that begins with http:// or https:// and names a host");
        WebAddress address = WebAddress.of(text).orElseThrow(
                () -> new IllegalArgumentException("has a host that is no name and no address", null));
        require(address.userInfo() == null && address.rest().indexOf('#') < 0,
                "must not hold a user, a password or a fragment");
        require(URI_SIGNS.matcher(address.asciiRest()).matches() && !NO_ESCAPE.matcher(text).find(), "is not a URL");
        String host = address.host();
        require(IPV4.matcher(host).matches() || IPV6.matcher(host).matches()
                || (host.length() <= 253 && NAME.matcher(host).matches()), "has a host that is no name and no address");
        boolean tls = address.scheme().equals("https");
        int port = address.port() >= 0 ? address.port() : tls ? 443 : 80;
        require(port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65_535),
                "must have the port 80, 443 or one from 1024 on");
        String rest = address.asciiRest();
        return new OutgoingUrl(tls, host, port, rest.startsWith("/") ? rest : "/" + rest);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise, null);
        }
    }

    /** Omits what may be secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
