package dev.parley.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JwksCacheTest {
    private static final TenantId SHOP = new TenantId(new UUID(0, 1));
    private static final JwksSettings SETTINGS = new JwksSettings("https://id.example/keys", "RS256");
    private static final KeyPair PAIR = pair();

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private List<IdentityKey> published = List.of(key("a"));
    private boolean down;
    private int reads;
    private final JwksCache cache = new JwksCache((url, algorithm) -> {
        reads++;
        return down ? Uni.createFrom().failure(new IllegalStateException("down")) : Uni.createFrom().item(published);
    }, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void keySet_isReadOnceInTenMinutes() {
        keys("a");
        now = now.plus(Duration.ofMinutes(9));
        keys("a");
        keys(null);
        assertThat(reads).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(2));
        keys("a");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void unknownKid_hasTheSetReadAgainButSeldom() {
        keys("a");
        now = now.plusSeconds(31);
        published = List.of(key("b"));

        assertThat(keys("b")).containsExactlyElementsOf(published);
        for (int i = 0; i < 100; i++) {
            keys("forged-" + i);
        }
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void providerThatIsDown_keepsNobodyOutForADay() {
        keys("a");
        down = true;
        now = now.plus(Duration.ofHours(23));
        assertThat(keys("a")).containsExactlyElementsOf(published);

        now = now.plus(Duration.ofHours(2));
        assertThatThrownBy(() -> keys("a")).extracting("code").isEqualTo("identity_unavailable");
    }

    @Test
    void providerThatNeverAnswered_isNotAskedBySeveralAtOnce() {
        down = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> keys("a")).extracting("code").isEqualTo("identity_unavailable");
        }
        assertThat(reads).isEqualTo(1);
    }

    /** The first sign-in and all others in the same second. */
    @Test
    void signInsAtOnce_waitForTheOneReading() {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<List<IdentityKey>> answer = new CompletableFuture<>();
        JwksCache slow = new JwksCache((url, algorithm) -> {
            asked.incrementAndGet();
            return Uni.createFrom().completionStage(answer);
        }, Clock.fixed(now, ZoneOffset.UTC));
        List<CompletableFuture<List<IdentityKey>>> all = Stream.generate(() -> slow.keys(SHOP, SETTINGS, "a")
                .subscribeAsCompletionStage()).limit(20).toList();

        // One of them disconnects.
        all.getFirst().cancel(true);
        answer.complete(published);

        assertThat(all.subList(1, 20)).allSatisfy(each -> assertThat(each.join()).isEqualTo(published));
        assertThat(asked).hasValue(1);
    }

    @Test
    void signInsAtOnce_whoseReadingFails_areAllToldSo() {
        CompletableFuture<List<IdentityKey>> answer = new CompletableFuture<>();
        JwksCache slow = new JwksCache((url, algorithm) -> Uni.createFrom().completionStage(answer),
                Clock.fixed(now, ZoneOffset.UTC));
        List<CompletableFuture<List<IdentityKey>>> all = Stream.generate(() -> slow.keys(SHOP, SETTINGS, "a")
                .subscribeAsCompletionStage()).limit(5).toList();

        answer.completeExceptionally(new IllegalStateException("down"));

        assertThat(all).allSatisfy(each -> assertThatThrownBy(each::join).cause().extracting("code")
                .isEqualTo("identity_unavailable"));
    }

    @Test
    void providerThatStumbled_isAskedAgainAfterASecond() {
        down = true;
        assertThatThrownBy(() -> keys("a")).extracting("code").isEqualTo("identity_unavailable");
        down = false;
        now = now.plusSeconds(1);

        assertThat(keys("a")).containsExactlyElementsOf(published);
    }

    @Test
    void providerThatStaysDown_isAskedEverMoreSeldom() {
        down = true;
        for (int second = 0; second < 600; second++) {
            assertThatThrownBy(() -> keys("a")).extracting("code").isEqualTo("identity_unavailable");
            now = now.plusSeconds(1);
        }

        assertThat(reads).isBetween(20, 30);
    }

    @Test
    void changedSettings_countAtOnce() {
        keys("a");

        assertThat(cache.keys(SHOP, new JwksSettings("https://id.example/others", "RS256"), "a").await().indefinitely())
                .hasSize(1);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void keySet_yieldsTheKeysOfTheOneAlgorithm() throws JoseException {
        PublicJsonWebKey signing = jwk(PAIR, "signing");
        PublicJsonWebKey encrypting = jwk(PAIR, "encrypting");
        encrypting.setUse("enc");
        PublicJsonWebKey another = jwk(PAIR, "another");
        another.setAlgorithm("RS512");
        PublicJsonWebKey odd = jwk(PAIR, "../etc/passwd");
        PublicJsonWebKey curve = jwk(new EcKeyUtil().generateKeyPair(EllipticCurves.P256), "curve");
        String json = new JsonWebKeySet(signing, encrypting, another, odd, curve).toJson();

        assertThat(JwksReader.parse(json, "RS256")).extracting(IdentityKey::kid).containsExactly("signing");
        assertThat(JwksReader.parse(json, "ES256")).extracting(IdentityKey::kid).containsExactly("curve");
        assertThatThrownBy(() -> JwksReader.parse("[]", "RS256")).extracting("code").isEqualTo("jwks_unreadable");
    }

    private List<IdentityKey> keys(@Nullable String kid) {
        return cache.keys(SHOP, SETTINGS, kid).await().indefinitely();
    }

    private static IdentityKey key(String kid) {
        return new IdentityKey(kid, "RS256", PAIR.getPublic());
    }

    private static PublicJsonWebKey jwk(KeyPair pair, String kid) throws JoseException {
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        jwk.setKeyId(kid);
        return jwk;
    }

    private static KeyPair pair() {
        try {
            return new RsaKeyUtil().generateKeyPair(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
