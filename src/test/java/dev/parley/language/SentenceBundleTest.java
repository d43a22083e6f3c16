package dev.parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The sentences as the running service renders them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SentenceBundleTest {
    /** Names of visitors and agents are arbitrary text. */
    private static final String HOSTILE = "{greeting} <b>{#if true}&amp; $1";

    @Inject
    Sentences sentences;
    @Inject
    Shops shops;
    @Inject
    Tenants tenants;

    @Test
    void everySentence_isSaidInEveryLanguageAsItsFileHasIt() {
        Tenant shop = Shops.await(tenants.byId(shops.open().id()));
        ShopSentences voice = sentences.of(shop);
        ShopSentences expected = new BundledSentences(shop, Voices::in);

        for (Language language : Sentences.SPOKEN) {
            for (Sentence sentence : Sentence.values()) {
                assertThat(voice.say(sentence, language, HOSTILE))
                        .isEqualTo(expected.say(sentence, language, HOSTILE));
            }
        }
    }
}
