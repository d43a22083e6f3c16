package dev.parley.widget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.speech.Speech;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.Tenants;
import dev.parley.tenant.VoiceSettings;
import dev.parley.turn.Turns;
import dev.parley.visitor.VisitorIdentity.Proof;
import dev.parley.widget.VisitorSessionResponse.Settings;
import dev.parley.widget.VisitorSessionResponse.VoiceLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Issues sessions and settings. Called from the shop's pages, hence CORS with the tenant's origins. */
@Path("/v1/visitor/sessions")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VisitorSessionResource {
    private final Tenants tenants;
    private final VisitorSessions sessions;
    private final Conversations conversations;
    private final Turns turns;
    private final Speech speech;
    private final CallerAddress callers;
    private final Sentences sentences;

    VisitorSessionResource(Tenants tenants, VisitorSessions sessions, Conversations conversations, Turns turns,
            Speech speech,
            CallerAddress callers, Sentences sentences) {
        this.tenants = tenants;
        this.sessions = sessions;
        this.conversations = conversations;
        this.turns = turns;
        this.speech = speech;
        this.callers = callers;
        this.sentences = sentences;
    }

    /** A preflight does not name the tenant; the request itself is checked against the tenant's list. */
    @OPTIONS
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> preflight(@HeaderParam("Origin") @Nullable String origin) {
        return tenants.anyPermits(origin).map(permitted -> {
            if (origin == null || !permitted) {
                return Response.noContent().header("Vary", "Origin").build();
            }
            return Response.noContent().header("Vary", "Origin").header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Allow-Methods", "POST")
                    .header("Access-Control-Allow-Headers", "content-type")
                    .header("Access-Control-Max-Age", "3600")
                    .build();
        });
    }

    @Operation(operationId = "openVisitorSession", summary = "Opens a session for a visitor's browser", description = """
            What the widget asks for before it opens its socket. The page's `Origin` must be on the shop's list.
            `locale` is what the shop has set for this chat, or else the page's language; where it names none, a
            customer's `user_jwt` counts, then `Accept-Language`, then the shop's own.""")
    @APIResponseSchema(value = VisitorSessionResponse.class, responseCode = "201",
            responseDescription = "The visitor's token.")
    @POST
    public Uni<Response> open(VisitorSessionRequest request,
            @Parameter(description = "The page's, which the browser sets; it must be on the shop's list.",
                    example = "https://shop.example") @HeaderParam("Origin") @Nullable String origin,
            @Context RoutingContext exchange) {
        if (request == null || request.tenant() == null || request.tenant().isBlank()) {
            throw ParleyException.invalid("tenant_missing",
                    "Name the shop in `tenant`, as in the snippet's data-tenant.");
        }
        Proof proof = new Proof(request.userJwt(), request.userId(), request.userHash());
        LocaleChoice wish = new LocaleChoice(request.locale(), exchange.request().getHeader("Accept-Language"));
        return tenants.latest(request.tenant()).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .invoke(shop -> requireOrigin(shop, origin))
                .invoke(shop -> permit(origin, exchange))
                .invoke(shop -> requireOpen(shop, wish))
                .chain(shop -> sessions.admit(shop, request.token(), proof, wish, callers.of(exchange.request()))
                        .chain(admitted -> answer(shop, admitted)))
                .map(session -> Response.status(201).entity(session).build());
    }

    /** Also for refusals, so that the page can read why. */
    private static void permit(@Nullable String origin, RoutingContext exchange) {
        exchange.response().putHeader("Vary", "Origin");
        if (origin != null) {
            exchange.response().putHeader("Access-Control-Allow-Origin", origin);
        }
    }

    private static void requireOrigin(Tenant shop, @Nullable String origin) {
        if (!shop.allowedOrigins().permit(origin)) {
            throw new ParleyException(Kind.FORBIDDEN, "origin_not_allowed",
                    "Pages of this origin may not use this shop's chat. Add the origin to the shop's list.");
        }
    }

    /** In the visitor's language, since the widget shows it unchanged. */
    private void requireOpen(Tenant shop, LocaleChoice wish) {
        if (shop.suspended()) {
            throw new ParleyException(Kind.FORBIDDEN, ClosedShop.CODE,
                    ClosedShop.told(sentences, shop, wish.choose(null)));
        }
    }

    private Uni<VisitorSessionResponse> answer(Tenant shop, VisitorSessions.Admitted admitted) {
        UUID visitor = admitted.visitor().id();
        return voice(shop)
                .chain(voice -> conversations.latestIn(shop.id(), visitor, admitted.locale()).map(latest -> {
                    String locale = locale(shop, admitted, latest);
                    return new VisitorSessionResponse(admitted.token().token(), visitor, admitted.token().expiresAt(),
                            locale,
                            latest == null ? null : latest.id(), settings(shop, locale, voice.orElse(null)));
                }));
    }

    /** Present if the shop enables voice and a speech model is available. */
    private Uni<Optional<VoiceLimit>> voice(Tenant shop) {
        VoiceSettings set = shop.settings().voice();
        return set.enabled()
                ? speech.available(shop.id())
                        .map(there -> there
                                ? Optional.of(new VoiceLimit(set.maxSeconds(), set.keepHours()))
                                : Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }

    private static String locale(Tenant shop, VisitorSessions.Admitted admitted, @Nullable Conversation latest) {
        String told = admitted.locale() != null || latest == null ? admitted.locale() : latest.locale();
        return told == null ? shop.settings().locale() : told;
    }

    /** Shops' texts are in their language; visitors with another get Parley's greeting and the bot notice. */
    private Settings settings(Tenant shop, String locale, @Nullable VoiceLimit voice) {
        TenantSettings settings = shop.settings();
        Language wanted = Language.of(locale);
        boolean own = wanted == null || wanted.equals(Language.of(settings.locale()))
                || !Sentences.SPOKEN.contains(wanted);
        return new Settings(shop.name(), settings.botName(),
                own ? settings.greeting() : sentences.of(shop).say(Sentence.GREETING, wanted),
                own ? settings.starters() : List.of(), settings.accent(), settings.locale(),
                own ? settings.assistantNotice() : "", turns.generates(shop) ? "model" : "faq_only",
                VisitorMessage.LONGEST, voice);
    }
}
