package dev.parley.access;

import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.Tenant;

/** What a suspended shop still allows: reading, and a few operations that must always work. */
public final class SuspendedShop {
    /** Erasure is required by law, and a user must be able to close a session that is not theirs. */
    private static final Pattern ALWAYS = Pattern.compile(
            "DELETE /v1/visitors/[^/;]+/data|POST /v1(/console)?/retention/preview|[A-Z]+ /v1/console/(session|sessions(/[^/;]+)?|password|second-factor(/[a-z-]+)?)");

    private SuspendedShop() {}

    static void require(Tenant shop, String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        if (shop.suspended() && !reads && !ALWAYS.matcher(method + " " + path).matches()) {
            throw refusal();
        }
    }

    public static ParleyException refusal() {
        return new ParleyException(Kind.FORBIDDEN, "shop_suspended",
                "This shop is suspended: it can be read, and nothing can be changed. Ask the operator of this Parley.");
    }
}
