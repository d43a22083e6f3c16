package dev.parley.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides if a host typed by a tenant may be called: public addresses only, unless the operator allows others. The
 * caller must connect to the returned address; a second look-up could give another one (DNS rebinding).
 */
@ApplicationScoped
public class OutgoingGuard {
    /** The host does not resolve, or resolves to a forbidden address. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    /** Resolves a host; tests replace it. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final NameLookups lookups;
    private final boolean allowPrivate;

    /**
     * @param allowPrivate Let addresses typed by shops (models, webhooks, actions) lead into private networks; for
     *            development only.
     */
    @Inject
    public OutgoingGuard(Vertx vertx,
            @ConfigProperty(name = "parley.outgoing.allow-private", defaultValue = "false") boolean allowPrivate) {
        this(vertx, allowPrivate, InetAddress::getAllByName);
    }

    public OutgoingGuard(Vertx vertx, boolean allowPrivate, Names names) {
        this.lookups = new NameLookups(vertx, names, WITHIN, System::nanoTime);
        this.allowPrivate = allowPrivate;
    }

    /** The address to connect to; fails with a {@link RefusedException}. All of the host's must be allowed. */
    public Future<InetAddress> admit(String host) {
        return lookups.find(bare(host)).map(this::check)
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

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        return !(a == 0 || a == 10 || a == 127 || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                // Azure's metadata and agents use an address that looks public.
                || (a == 168 && b == 63 && c == 129 && (bytes[3] & 0xff) == 16)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Only global unicast, and no embedded IPv4 address, which could be private. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        // Teredo, benchmarking, ORCHID.
        boolean protocols = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean documentation = (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8)
                || (bytes[0] == 0x3f && (bytes[1] & 0xff) == 0xff && (bytes[2] & 0xf0) == 0);
        return global && !sixToFour && !protocols && !documentation;
    }
}
