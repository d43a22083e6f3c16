package dev.parley.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Cache of the latest questions' vectors: visitors often ask the same, starter questions above all. Keys are digests
 * under a per-process key, since plain text would outlive the conversation, its erasure and its retention.
 */
final class LatestQuestions {
    private static final int REMEMBERED = 512;
    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;

    private record Question(LocalModel reader, ByteBuffer print) {}

    private final SecretKeySpec key;
    private final Cache<Question, Vector> latest;

    LatestQuestions(Ticker ticker) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
        latest = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(MAX_AGE).ticker(ticker).build();
    }

    @Nullable
    Vector find(String text, LocalModel reader) {
        return latest.getIfPresent(question(text, reader));
    }

    void keep(String text, LocalModel reader, Vector vector) {
        latest.put(question(text, reader), vector);
    }

    private Question question(String text, LocalModel reader) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return new Question(reader, ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
