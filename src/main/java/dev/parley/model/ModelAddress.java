package dev.parley.model;

import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.WebAddress;

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
        WebAddress base = WebAddress.of(baseUrl).orElseThrow(
                () -> new IllegalArgumentException("must begin with http:// or https:// and name a host", null));
        if (base.userInfo() != null || base.rest().indexOf('?') >= 0 || base.rest().indexOf('#') >= 0) {
            throw new IllegalArgumentException("must not hold a user, a password, a query or a fragment");
        }
        if (base.port() > 65_535 || base.port() == 0) {
            throw new IllegalArgumentException("has an impossible port");
        }
        boolean tls = base.scheme().equals("https");
        int port = base.port() >= 0 ? base.port() : tls ? 443 : 80;
        return new ModelAddress(base.host(), port, tls, base.asciiRest().replaceAll("/+$", ""), guarded);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
