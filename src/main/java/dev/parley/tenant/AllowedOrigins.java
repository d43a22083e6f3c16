package dev.parley.tenant;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The pages that may talk to a tenant's chat. Origins are compared as whole strings (RFC 6454, section 6.2), never by prefix or suffix;
 * only the port of a loopback origin may be left open, because such an origin reaches nobody but the developer who typed it.
 */
public record AllowedOrigins(List<String> origins) {
    static final List<String> LOOPBACK = List.of("http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*");

    /**
     * Whether a request with this Origin header may go on. A request without the header does not come from a page at all: no browser
     * sends one across origins without it, and what is no browser carries no visitor's cookies or tokens that could be abused.
     */
    public boolean permit(@Nullable String origin) {
        return origin == null || origins.stream().anyMatch(allowed -> matches(allowed, origin));
    }

    private static boolean matches(String allowed, String origin) {
        if (LOOPBACK.contains(allowed)) {
            String host = allowed.substring(0, allowed.length() - 2);
            return origin.equals(host)
                    || (origin.startsWith(host + ":") && isPort(origin.substring(host.length() + 1)));
        }
        return allowed.equals(origin);
    }

    private static boolean isPort(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
