package dev.parley.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides whether a host that a tenant typed may be called: only public addresses, unless the operator allows the others. The caller must
 * connect to the very address that it is given here; a second look-up could answer otherwise (DNS rebinding).
 */
@ApplicationScoped
public class OutgoingGuard {
    /** The host leads nowhere, or to where a tenant has no business. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    private final Vertx vertx;
    private final boolean allowPrivate;

    @Inject
    public OutgoingGuard(Vertx vertx,
            @ConfigProperty(name = "parley.outgoing.allow-private", defaultValue = "false") boolean allowPrivate) {
        this.vertx = vertx;
        this.allowPrivate = allowPrivate;
    }

    /** The address to connect to; fails with a {@link RefusedException}. Of several addresses all must be allowed. */
    public Future<InetAddress> admit(String host) {
        return vertx.executeBlocking(() -> check(InetAddress.getAllByName(bare(host))), false)
                .recover(failure -> Future.failedFuture(failure instanceof RefusedException
                        ? failure
                        : new RefusedException("The host cannot be found.")));
    }

    private InetAddress check(InetAddress... found) {
        if (!allowPrivate && !Arrays.stream(found).allMatch(OutgoingGuard::isPublic)) {
            throw new RefusedException("The host leads to an address that is not public.");
        }
        return found[0];
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** By the registries of special-purpose addresses (RFC 6890 and its successors). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        int c = bytes[from + 2] & 0xff;
        return !(a == 0 || a == 10 || a == 127 || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Only global unicast, and of it nothing that wraps an IPv4 address: that could be a private one. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return global && !sixToFour && !teredo && !documentation;
    }
}
