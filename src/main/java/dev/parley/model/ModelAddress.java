package dev.parley.model;

import java.net.URI;
import java.util.Locale;

import dev.parley.platform.OutgoingUrl;

/**
 * Where a model's server is.
 *
 * @param path of all its operations, without a slash at its end; as written, escapes and all
 * @param guarded somebody else than the operator typed it: it must not lead into the operator's own network
 */
public record ModelAddress(String host, int port, boolean tls, String path, boolean guarded) {
    /** Throws an {@link IllegalArgumentException} whose text says what is wrong; never quotes the address, which may hold a password. */
    public static ModelAddress parse(String baseUrl, boolean guarded) {
        if (guarded) {
            OutgoingUrl.parse(baseUrl.strip());
        }
        URI base;
        try {
            base = URI.create(baseUrl.strip());
        } catch (IllegalArgumentException notAnAddress) {
            throw new IllegalArgumentException("is not a URL", null);
        }
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (base.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("must begin with http:// or https:// and name a host");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("must not hold a user, a password, a query or a fragment");
        }
        if (base.getPort() > 65_535 || base.getPort() == 0) {
            throw new IllegalArgumentException("has an impossible port");
        }
        boolean tls = scheme.equals("https");
        int port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        return new ModelAddress(base.getHost().toLowerCase(Locale.ROOT), port, tls,
                base.getRawPath().replaceAll("/+$", ""), guarded);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
