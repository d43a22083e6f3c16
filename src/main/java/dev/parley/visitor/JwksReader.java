package dev.parley.visitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.OutgoingFailure;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingHttp.Answer;
import dev.parley.platform.OutgoingHttp.Call;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads a key set (RFC 7517) from a shop's address. Ignores keys for other uses and algorithms. */
@ApplicationScoped
class JwksReader {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int LARGEST = 64 * 1024;
    private static final int MAX_KEYS = 20;

    private final OutgoingHttp http;

    JwksReader(OutgoingHttp http) {
        this.http = http;
    }

    /** Fails with `jwks_unreadable` if no key is usable. */
    Uni<List<IdentityKey>> read(String url, String algorithm) {
        Call call = new Call("GET", OutgoingUrl.parse(url), Map.of("Accept", "application/json"), null, WITHIN,
                LARGEST);
        return http.send(call)
                .onFailure(OutgoingFailure.class)
                .transform(failure -> unreadable("It did not answer: " + failure.reason().wire() + "."))
                .map(answer -> keys(answer, algorithm));
    }

    private static List<IdentityKey> keys(Answer answer, String algorithm) {
        if (answer.status() != 200 || answer.encoding() != null || !answer.whole()) {
            throw unreadable("It must answer with the status 200 and at most 64 KB, uncompressed.");
        }
        List<IdentityKey> keys = parse(answer.body().toString(StandardCharsets.UTF_8), algorithm);
        if (keys.isEmpty()) {
            throw unreadable("It holds no public key for " + algorithm + ".");
        }
        return keys;
    }

    static List<IdentityKey> parse(String json, String algorithm) {
        List<IdentityKey> keys = new ArrayList<>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (keys.size() < MAX_KEYS && key instanceof PublicJsonWebKey found && isFor(found, algorithm)) {
                    IdentityKey.ofJwk(found, algorithm).ifPresent(keys::add);
                }
            }
        } catch (JoseException notAKeySet) {
            throw unreadable("It is not a JSON Web Key Set.");
        }
        return keys;
    }

    private static boolean isFor(PublicJsonWebKey key, String algorithm) {
        return (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    private static ParleyException unreadable(String why) {
        return new ParleyException(Kind.UNPROCESSABLE, "jwks_unreadable",
                "The key set at `jwks.url` is of no use. " + why).at("/jwks/url");
    }
}
