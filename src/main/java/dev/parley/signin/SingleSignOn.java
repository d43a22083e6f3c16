package dev.parley.signin;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.signin.AgentSessions.Opened;
import dev.parley.signin.IdTokens.Expected;
import dev.parley.signin.IdTokens.Person;
import dev.parley.signin.SsoRefusedException.Reason;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Signs agents in through the shop's identity provider: authorization code flow with PKCE, state and nonce. The result
 * is the same session as with a password (src/docs/adr/0030-single-sign-on-by-hand.md).
 */
@ApplicationScoped
public class SingleSignOn {
    private final SsoConfig config;
    private final IdentityProvider provider;
    private final SsoAgents agents;
    private final AgentSessions sessions;
    private final Attempts attempts;
    private final Clock clock;

    SingleSignOn(SsoConfig config, IdentityProvider provider, SsoAgents agents, AgentSessions sessions,
            Attempts attempts, Clock clock) {
        this.config = config;
        this.provider = provider;
        this.agents = agents;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The provider's name on the button; empty if none is configured. */
    public Optional<String> name() {
        return provider.ready() ? Optional.of(config.name()) : Optional.empty();
    }

    /** {@code kept}: state for {@link #finish}; only the browser may store it. */
    public record Begun(URI address, String kept) {
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /** {@code back} is the console's fragment to return to, starting with `#/`. */
    public Uni<Begun> begin(@Nullable String shop, @Nullable String back) {
        if (!provider.ready()) {
            throw new SsoRefusedException(Reason.UNAVAILABLE, "no provider is set up");
        }
        PendingSignIn pending = PendingSignIn.begin(shop, back);
        return provider.address(pending).map(address -> new Begun(address, pending.cookie()));
    }

    public record Returned(@Nullable String code, @Nullable String state, @Nullable String issuer,
            @Nullable String error, @Nullable String kept) {
        @Override
        public String toString() {
            return "Returned[hidden]";
        }
    }

    /** {@code back} is the fragment to continue at; empty for the front page. */
    public record Done(Opened opened, String back) {}

    /** Fails with {@link SsoRefusedException}, or with `too_many_attempts`. */
    public Uni<Done> finish(Returned returned, String address, @Nullable String userAgent) {
        PendingSignIn pending = returned.kept() == null ? null : PendingSignIn.read(returned.kept());
        if (!provider.ready() || pending == null || !pending.isAnsweredBy(returned.state())) {
            throw new SsoRefusedException(Reason.FAILED, "another browser, or too late");
        }
        String code = returned.code();
        if (code == null) {
            throw new SsoRefusedException("access_denied".equals(returned.error()) ? Reason.CANCELLED : Reason.FAILED,
                    "the provider gave no code");
        }
        // RFC 9207: mix-up attack with another provider's answer.
        if (returned.issuer() != null && !returned.issuer().equals(provider.issuer())) {
            throw new SsoRefusedException(Reason.FAILED, "another issuer");
        }
        return attempts.take("sso " + address, address)
                .chain(() -> provider.redeem(code, pending))
                .chain(token -> provider.keys().map(keys -> IdTokens.check(token, keys,
                        new Expected(provider.issuer(), provider.clientId(), pending.nonce()), clock.instant())))
                .chain((Person person) -> agents.of(provider.issuer(), person, pending.shop()))
                .call(() -> attempts.forgive("sso " + address, address))
                .chain(agent -> sessions.open(agent, userAgent))
                .map(opened -> new Done(opened, pending.back()));
    }
}
