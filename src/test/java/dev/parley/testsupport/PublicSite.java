package dev.parley.testsupport;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Parley with a public URL, a mail server and a model without a price: one start for all tests of these. */
public final class PublicSite implements QuarkusTestProfile {
    public static final String HOST = MailServer.SITE;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.model.name", "llama3:8b");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MailServer.class));
    }
}
