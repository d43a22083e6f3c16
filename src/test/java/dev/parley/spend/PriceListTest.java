package dev.parley.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.platform.StartRefusedException;
import dev.parley.tenant.LaneSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Including the shipped list, through the real application.properties. */
class PriceListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static SpendConfig config(Map<String, String> environment) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withSources(new EnvConfigSource(environment, 300),
                            new PropertiesConfigSource(
                                    Path.of("src/main/resources/application.properties").toUri().toURL(), 250))
                    .withMapping(SpendConfig.class)
                    .withMappingIgnore("quarkus.**")
                    .withValidateUnknown(false)
                    .build().getConfigMapping(SpendConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceList list(String... lines) {
        return new PriceList("USD", Stream.of(lines).map(line -> ListedPrice.parse("a line", line, "USD")).toList());
    }

    private static LaneSettings lane(String model, @Nullable String price) {
        return new LaneSettings("main", "compatible", "https://models.example/v1", null, null, null, model, null, null,
                price, null, null);
    }

    @Test
    void lanesOwnPrice_standsForItsSnapshotsToo() {
        PriceList own = list("gpt-3.5-turbo 1/2", "gpt-3.5-turbo-0613 5/6", "gpt-4o 3/4")
                .with(List.of(lane("GPT-3.5-turbo", "7/8"), lane("gpt-4o", null)));

        assertThat(own.find("gpt-3.5-turbo", DAY)).contains(Price.parse("7/8"));
        assertThat(own.find("gpt-3.5-turbo-0613", DAY)).contains(Price.parse("7/8"));
        assertThat(own.find("gpt-4o", DAY)).contains(Price.parse("3/4"));
    }

    @Test
    void twoLanesWithOneModel_costWhatTheDearerTakes() {
        PriceList own = list().with(List.of(lane("m", "1/9"), lane("m", "2/3")));

        assertThat(own.find("m", DAY)).contains(Price.parse("2/9"));
    }

    @ParameterizedTest
    @CsvSource({"gpt-3.5-turbo, 0.50/1.50", "gpt-3.5-turbo-0125, 0.50/1.50", "gpt-3.5-turbo-1106, 1/2",
            "gpt-3.5-turbo-0613, 1.5/2", "gpt-3.5-turbo-16k, 3/4", "gpt-3.5-turbo-16k-0613, 3/4",
            "gpt-4o, 2.5/1.25/10", "gpt-4o-2024-08-06, 2.5/1.25/10", "gpt-4o-2024-05-13, 5/15",
            "gpt-4o-mini-2024-07-18, 0.15/0.075/0.6", "GPT-4.1-mini, 0.4/0.1/1.6"})
    void openAisModels_havePricesAsShipped(String model, String price) {
        assertThat(new PriceList(config(Map.of())).find(model, DAY)).contains(Price.parse(price));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-4", "gpt-4o-audio-preview", "gpt-4o-mini-tts", "ft:gpt-3.5-turbo-0125:shop::1",
            "gpt-3.5",
            "gpt-3.5-turbo-", "gpt-3.5-turbo-01255", "openai/gpt-4o", ""})
    void modelThatNoLineNames_hasNoPrice(String model) {
        assertThat(new PriceList(config(Map.of())).find(model, DAY)).isEmpty();
    }

    @Test
    void ownServersModel_isFreeOnceItIsSaidToBe() {
        PriceList prices = new PriceList(config(Map.of("PARLEY_PRICE", "0")));

        assertThat(prices.find("llama3:8b", DAY)).contains(Price.FREE);
        assertThat(prices.find("gpt-4o-mini", DAY)).contains(Price.parse("0.15/0.075/0.60"));
    }

    @Test
    void ownAgreement_goesBeforeTheListAndIsSetInTheEnvironment() {
        PriceList prices = new PriceList(config(Map.of("PARLEY_SPEND_PRICES_OWN", "gpt-4o-mini 0.12/0.06/0.48")));

        assertThat(prices.find("gpt-4o-mini", DAY)).contains(Price.parse("0.12/0.06/0.48"));
        assertThat(prices.find("gpt-4o-mini-2024-07-18", DAY)).contains(Price.parse("0.12/0.06/0.48"));
    }

    @Test
    void budgets_areSetInTheEnvironment() {
        SpendConfig.DefaultBudget budget = config(Map.of("PARLEY_BUDGET_DAY", "5.50", "PARLEY_BUDGET_MONTH", "100",
                "PARLEY_SPEND_BUDGET_CONVERSATION_TOKENS", "50000", "PARLEY_SPEND_BUDGET_ZONE", "Europe/Berlin"))
                .budget();

        assertThat(budget.day()).hasValueSatisfying(day -> assertThat(day).isEqualByComparingTo("5.5"));
        assertThat(budget.month()).hasValueSatisfying(month -> assertThat(month).isEqualByComparingTo("100"));
        assertThat(budget.conversationTokens()).hasValue(50_000);
        assertThat(budget.zone()).hasToString("Europe/Berlin");
        assertThat(config(Map.of()).budget().day())
                .hasValueSatisfying(day -> assertThat(day).isEqualByComparingTo("5"));
    }

    @Test
    void newPrice_holdsFromItsDayOn() {
        PriceList prices = list("m 1/2 from 2026-01-01", "m 3/4 from 2026-11-24");

        assertThat(prices.find("m", DAY.minusDays(1))).contains(Price.parse("1/2"));
        assertThat(prices.find("m", DAY)).contains(Price.parse("3/4"));
        assertThat(prices.find("m", LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    void closestName_counts() {
        PriceList prices = list("* 9/9", "g* 8/8", "gpt-9 7/7", "gpt-9-2026* 6/6", "gpt-9-2026-01-01 5/5");

        assertThat(List.of("gpt-9-2026-01-01", "gpt-9-2026-02-02", "gpt-9-2025-02-02", "gpt-9", "gpt-10", "other"))
                .extracting(model -> prices.find(model, DAY).orElseThrow().input() / 1_000_000)
                .containsExactly(5L, 6L, 7L, 7L, 8L, 9L);
    }

    @Test
    void pricesInAnotherCurrency_doNotCount() {
        assertThat(new PriceList("EUR", List.of(ListedPrice.parse("a line", "m 1/2 USD", "EUR"))).find("m", DAY))
                .isEmpty();
    }

    @Test
    void aliasThatResolvedToAnotherSnapshot_costsWhatTheSnapshotCosts() {
        PriceList prices = list("gpt-4o 2.5/10", "gpt-4o-2024-05-13 5/15", "cheap 1/1", "other 9/9");

        assertThat(prices.ofAnswer(List.of("gpt-4o"), "gpt-4o-2024-05-13", DAY)).isEqualTo(Price.parse("5/15"));
        assertThat(prices.ofAnswer(List.of("gpt-4o"), "gpt-4o-2024-08-06", DAY)).isEqualTo(Price.parse("2.5/10"));
        assertThat(prices.ofAnswer(List.of("gpt-4o", "cheap"), "cheap", DAY)).isEqualTo(Price.parse("1/1"));
    }

    @Test
    void nameThatWasNotAskedFor_costsWhatWasReserved() {
        PriceList prices = list("cheap 1/2", "dear 3/1", "other 9/9");

        assertThat(prices.ofAnswer(List.of("cheap"), "other", DAY)).isEqualTo(Price.parse("1/2"));
        assertThat(prices.ofAnswer(List.of("cheap"), null, DAY)).isEqualTo(Price.parse("1/2"));
        assertThat(prices.ofAnswer(List.of("cheap", "dear"), "what", DAY)).isEqualTo(Price.parse("3/2"));
    }

    @Test
    void oneModelOfSeveralWithoutAPrice_isNamed() {
        assertThat(list("a 1/1").unpriced(List.of("a", "b", "c"), DAY)).contains("b");
        assertThat(list("a 1/1").unpriced(List.of("a"), DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "m 1", "m 1/2 usd", "m 1/2 from", "m 1/2 from tomorrow", "m 1/2 USD 2026-01-01",
            "m 1/2 from 2026-01-01 USD", "m one/two"})
    void badLine_refusesTheStartAndSaysWhatIsWanted(String line) {
        assertThatThrownBy(() -> new PriceList(config(Map.of("PARLEY_SPEND_PRICES_OWN", line))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContainingAll("parley.spend.prices.own", "model input/output", "per million tokens");
    }
}
