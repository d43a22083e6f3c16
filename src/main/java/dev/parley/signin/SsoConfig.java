package dev.parley.signin;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The identity provider (OpenID Connect) at which agents may sign in. It also needs `parley.public-url`, to which people come back. */
@ConfigMapping(prefix = "parley.console.sso")
interface SsoConfig {
    /** As in its discovery document; https, unless it is on this machine. */
    Optional<String> issuer();

    /** Ours, as the provider knows us. */
    Optional<String> clientId();

    /** None for a public client; PKCE is used all the same. */
    Optional<String> clientSecret();

    /** What the button says: "Sign in with …". */
    @WithDefault("single sign-on")
    String name();

    /** What we ask for; the e-mail must be in it. */
    @WithDefault("openid email profile")
    String scope();

    /** The slug of the shop whose agents come this way. None: the one shop that has the e-mail. */
    Optional<String> tenant();

    /** Shops by the domain of the e-mail, as `shop.example=demo`; others are not let in. */
    Optional<List<String>> domains();

    /** Whether somebody whom nobody has invited becomes an agent. The shop must be known by one of the two settings above. */
    @WithDefault("false")
    boolean create();

    /** Where the ID token says the role, as `parley_role` or `realm_access.roles`; the highest of ours that stands there is set each time. */
    Optional<String> roleClaim();
}
