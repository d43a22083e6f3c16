package dev.parley.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.OperatorHttp;
import dev.parley.signin.SsoRefusedException.Reason;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IdentityProvider {
    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final SsoConfig config;
    private final OperatorHttp http;
    private final Clock clock;
    private final String site;
    private volatile @Nullable Known known;

    IdentityProvider(SsoConfig config, OperatorHttp http, Clock clock,
            @ConfigProperty(name = "parley.public-url") Optional<String> site) {
        this.config = config;
        this.http = http;
        this.clock = clock;
        this.site = site.map(text -> text.strip().replaceFirst("/+$", "")).orElse("");
        if (config.issuer().isPresent() && !ready()) {
            LOG.warn("Agents cannot sign in at parley.console.sso.issuer: that takes an https address, "
                    + "parley.console.sso.client-id and parley.public-url.");
        }
    }

    private record Known(JsonNode document, Instant since) {
        URI address(String name) {
            return URI.create(document.path(name).asText());
        }
    }

    /** False without a provider, or with one over plain http, which anybody on the network could imitate. */
    boolean ready() {
        return !site.isEmpty() && config.clientId().isPresent()
                && config.issuer().filter(issuer -> issuer
                        .matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?")).isPresent();
    }

    String issuer() {
        return config.issuer().orElseThrow();
    }

    String clientId() {
        return config.clientId().orElseThrow();
    }

    private String comeBackTo() {
        return site + "/v1/console/sso/callback";
    }

    Uni<URI> address(PendingSignIn pending) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", comeBackTo());
        query.put("scope", config.scope());
        query.put("state", pending.state());
        query.put("nonce", pending.nonce());
        query.put("code_challenge", pending.challenge());
        query.put("code_challenge_method", "S256");
        return known().map(found -> {
            String endpoint = found.address("authorization_endpoint").toString();
            StringBuilder address = new StringBuilder(endpoint).append(endpoint.contains("?") ? '&' : '?');
            query.forEach((name, value) -> address.append(name).append('=').append(OperatorHttp.encoded(value))
                    .append('&'));
            return URI.create(address.substring(0, address.length() - 1));
        });
    }

    Uni<String> redeem(String code, PendingSignIn pending) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", comeBackTo());
        form.put("code_verifier", pending.verifier());
        if (config.clientSecret().isEmpty()) {
            form.put("client_id", clientId());
        }
        return known().chain(found -> http.post(found.address("token_endpoint"), form, authorization()))
                .onFailure(failure -> !(failure instanceof SsoRefusedException))
                .transform(failure -> new SsoRefusedException(Reason.FAILED,
                        "the code was not accepted: " + failure.getMessage()))
                .map(tokens -> tokens.path("id_token").asText());
    }

    /** Client id and secret are encoded before they are joined (RFC 6749, section 2.3.1). */
    private @Nullable String authorization() {
        return config.clientSecret()
                .map(secret -> OperatorHttp.encoded(clientId()) + ":" + OperatorHttp.encoded(secret))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    /** Not cached: sign-ins are rare, and a provider may rotate keys at any time. */
    Uni<JsonWebKeySet> keys() {
        return known().chain(found -> http.get(found.address("jwks_uri"))).map(keys -> {
            try {
                return new JsonWebKeySet(keys.toString());
            } catch (JoseException e) {
                throw new IllegalStateException("its keys are none", e);
            }
        }).onFailure().transform(IdentityProvider::unavailable);
    }

    private Uni<Known> known() {
        Known former = known;
        if (former != null && clock.instant().isBefore(former.since().plus(KNOWN_FOR))) {
            return Uni.createFrom().item(former);
        }
        String issuer = issuer();
        return http.get(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .map(document -> {
                    if (!issuer.equals(document.path("issuer").asText())) {
                        throw new IllegalStateException("its document names another issuer");
                    }
                    Known fresh = new Known(document, clock.instant());
                    known = fresh;
                    return fresh;
                }).onFailure().transform(IdentityProvider::unavailable);
    }

    private static Throwable unavailable(Throwable failure) {
        return failure instanceof SsoRefusedException
                ? failure
                : new SsoRefusedException(Reason.UNAVAILABLE, "the provider: " + failure.getMessage());
    }
}
