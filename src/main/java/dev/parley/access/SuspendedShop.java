package dev.parley.access;

import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.Tenant;

/** What goes on in a suspended shop: reading, and what people must be able to do whatever happens. */
public final class SuspendedShop {
    /** The law does not wait for an operator, and whoever finds a session that is not theirs must be able to close it. */
    private static final Pattern ALWAYS = Pattern.compile(
            "DELETE /v1/visitors/[^/;]+/data|POST /v1(/console)?/retention/preview|[A-Z]+ /v1/console/(session|sessions(/[^/;]+)?|password|second-factor(/[a-z-]+)?)");

    private SuspendedShop() {}

    static void require(Tenant shop, String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        if (shop.suspended() && !reads && !ALWAYS.matcher(method + " " + path).matches()) {
            throw refusal();
        }
    }

    /** For an agent or a system of the shop that wants to change something. */
    public static ParleyException refusal() {
        return new ParleyException(Kind.FORBIDDEN, "shop_suspended",
                "This shop is suspended: it can be read, and nothing can be changed. Ask the operator of this Parley.");
    }
}
