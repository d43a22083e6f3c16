package dev.parley.tenant;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The pages that may use a tenant's chat. Origins are compared as whole strings (RFC 6454, section 6.2), never by
 * prefix or suffix. Only a loopback origin may have any port: it reaches only the developer's own machine.
 */
public record AllowedOrigins(List<String> origins) {
    static final List<String> LOOPBACK = List.of("http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*");

    /** True without an Origin header: such a client is no browser and has no visitor's cookies or tokens to abuse. */
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
