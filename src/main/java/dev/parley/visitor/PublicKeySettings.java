package dev.parley.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A public key for a shop's JWTs. {@code kid} is its name in the header, null if used when no other matches;
 * {@code alg} is `RS256` or `ES256`; {@code publicKey} is PEM or a JSON Web Key.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicKeySettings(@Nullable String kid, @Nullable String alg, @Nullable String publicKey) {}
