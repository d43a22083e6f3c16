package dev.parley.model;

import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.WebAddress;

/**
 * Address of a model's server.
 *
 * @param path prefix of all operations, as written, without trailing slash
 * @param guarded not typed by the operator: must not lead into the operator's network
 */
public record ModelAddress(String host, int port, boolean tls, String path, boolean guarded) {
    /** Throws an {@link IllegalArgumentException} that never quotes the address, which may hold a password. */
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
