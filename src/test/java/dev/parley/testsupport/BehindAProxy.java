package dev.parley.testsupport;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Parley behind a trusted proxy, with limits on and the sentence model on a server: one start for all tests of these.
 */
public final class BehindAProxy implements QuarkusTestProfile {
    public static final String EMBEDDING = "text-embedding-3-small";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.trusted-proxies", "127.0.0.0/8", "parley.limits.mode", "on",
                "parley.limits.new-visitors", "3/1", "parley.limits.visitor-messages", "5/6",
                "parley.limits.address-sockets", "2", "parley.model.embedding", EMBEDDING,
                // After one test's failure the next one should not wait.
                "parley.model.probe-every", "1ms");
    }
}
