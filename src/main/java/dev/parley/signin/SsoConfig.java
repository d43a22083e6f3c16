package dev.parley.signin;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The identity provider (OpenID Connect) for agents. Also needs `parley.public-url`, to which browsers return. */
@ConfigMapping(prefix = "parley.console.sso")
interface SsoConfig {
    /** Issuer, as in the provider's discovery document; https, unless it is on this machine. */
    Optional<String> issuer();

    /** Client id of Parley at the provider. */
    Optional<String> clientId();

    /** Client secret; empty for a public client. PKCE is always used. */
    Optional<String> clientSecret();

    /** Name on the button: "Sign in with …". */
    @WithDefault("single sign-on")
    String name();

    /** Requested scopes; must include the e-mail. */
    @WithDefault("openid email profile")
    String scope();

    /** Slug of the shop whose agents use this provider. If empty, the one shop that knows the e-mail. */
    Optional<String> tenant();

    /** Shops by e-mail domain, as `shop.example=demo`; other domains are refused. */
    Optional<List<String>> domains();

    /** Create an agent for a person who was not invited. Requires the shop or the domains. */
    @WithDefault("false")
    boolean create();

    /** Claim with the role, such as `realm_access.roles`; the highest known role is set at each sign-in. */
    Optional<String> roleClaim();
}
