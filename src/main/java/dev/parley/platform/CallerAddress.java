package dev.parley.platform;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The address of a caller: the connection's, or the one that a trusted proxy reports. */
@ApplicationScoped
public class CallerAddress {
    private final TrustedProxies proxies;
    private volatile @Nullable String untrusted;

    /**
     * @param networks Addresses and networks of your proxies, such as `10.0.0.0/8,fd00::/8`, whose `Forwarded` or
     *            `X-Forwarded-For` header is believed. Without it, all visitors behind a proxy share its address.
     */
    public CallerAddress(@ConfigProperty(name = "parley.trusted-proxies") Optional<List<String>> networks) {
        this.proxies = TrustedProxies.of(networks.orElse(List.of()));
    }

    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll("Forwarded"),
                request.headers().getAll("X-Forwarded-For"));
    }

    /** All values of `Forwarded` (RFC 7239), and of `X-Forwarded-For`, which counts only without the former. */
    public String of(String remote, List<String> forwarded, List<String> forwardedFor) {
        if (!(forwarded.isEmpty() && forwardedFor.isEmpty()) && !proxies.trusts(remote)) {
            untrusted = remote;
        }
        return proxies.caller(remote, forwarded.isEmpty() ? forwardedFor : ForwardedHeader.addresses(forwarded));
    }

    /** The last connection that sent a forwarded address and is not trusted; empty if there was none. */
    public Optional<String> untrustedProxy() {
        return Optional.ofNullable(untrusted);
    }
}
