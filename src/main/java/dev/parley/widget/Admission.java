package dev.parley.widget;

import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.feed.Frames;
import dev.parley.socket.CloseCode;
import dev.parley.socket.SocketWriter;
import dev.parley.tenant.Tenant;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.VisitorTokens.Read;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Checks repeatedly if a visitor may stay connected; else says why and closes the session. On one context. */
final class Admission {
    private final VisitorServices services;
    private final SocketWriter writer;
    private final @Nullable String origin;
    private String token = "";
    private @Nullable String locale;

    Admission(VisitorServices services, SocketWriter writer, @Nullable String origin) {
        this.services = services;
        this.writer = writer;
        this.origin = origin;
    }

    /** {@code latest} is the conversation to continue, or null; {@code locale} is the visitor's, else the shop's. */
    record Admitted(Visitor visitor, @Nullable Conversation latest, String locale) {}

    /** Null if refused. */
    Uni<@Nullable Admitted> admit(String shown) {
        return services.tokens().verify(shown)
                .invoke(() -> token = shown)
                .chain(read -> read == null ? turnAway().chain(Admission::nobody) : admit(read));
    }

    private Uni<@Nullable Admitted> admit(Read read) {
        Visitor visitor = read.visitor();
        locale = read.locale();
        return services.tenants().latest(visitor.tenant()).chain(shop -> {
            if (shop == null || !shop.allowedOrigins().permit(origin)) {
                writer.close(CloseCode.ORIGIN);
                return nobody();
            }
            if (shop.suspended()) {
                return turnAwayFrom(shop, null).chain(Admission::nobody);
            }
            return services.conversations().latestIn(visitor.tenant(), visitor.id(), null).map(latest -> new Admitted(
                    visitor, latest, read.locale() == null ? shop.settings().locale() : read.locale()));
        });
    }

    private static Uni<@Nullable Admitted> nobody() {
        return Uni.createFrom().nullItem();
    }

    /** The client requests a new token and reconnects. */
    Uni<Void> turnAway() {
        writer.send(Frames.error("token_invalid",
                "This token is not valid any more. Get a new one and connect again.", false, null));
        writer.close(CloseCode.TOKEN);
        return Uni.createFrom().voidItem();
    }

    /** {@code shop} is suspended, or null if deleted. */
    Uni<Void> turnAwayFrom(@Nullable Tenant shop, @Nullable String frameId) {
        String told = ClosedShop.told(services.sentences(), shop, locale);
        writer.send(Frames.error(ClosedShop.CODE, told, false, frameId));
        writer.close(CloseCode.SHOP_CLOSED);
        return Uni.createFrom().voidItem();
    }

    /** The shop may have been suspended or deleted meanwhile. */
    Uni<Void> lookAtShop(Visitor known) {
        return services.tenants().byId(known.tenant())
                .chain(shop -> ClosedShop.is(shop) ? turnAwayFrom(shop, null) : Uni.createFrom().voidItem());
    }

    /** Tokens expire, shops require proofs, origins go. Fails with `not_found` if no longer this visitor's. */
    Uni<Void> lookAgain(Visitor known, @Nullable UUID conversation) {
        return services.tokens().verify(token).chain(still -> still == null
                ? turnAway()
                : services.tenants().byId(known.tenant()).chain(shop -> stillPermits(shop, known, conversation)));
    }

    private Uni<Void> stillPermits(@Nullable Tenant shop, Visitor known, @Nullable UUID conversation) {
        if (shop == null || !shop.allowedOrigins().permit(origin)) {
            writer.close(CloseCode.ORIGIN);
            return Uni.createFrom().voidItem();
        }
        return conversation == null
                ? Uni.createFrom().voidItem()
                : services.conversations().require(known, conversation);
    }
}
