package dev.parley.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A public key that checks a shop's JWTs.
 *
 * @param kid its name in a JWT's header; null: it checks whatever names no other key
 * @param alg `RS256` or `ES256`, and never another
 * @param publicKey in PEM; taken as a JSON Web Key too
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicKeySettings(@Nullable String kid, @Nullable String alg, @Nullable String publicKey) {}
