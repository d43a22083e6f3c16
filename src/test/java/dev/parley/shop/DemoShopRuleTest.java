package dev.parley.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoShopRuleTest {
    @ParameterizedTest
    @CsvSource(nullValues = "unset", textBlock = """
            # asked, dev, any shop, started before, made before, opens
            unset, false, false, false, false, true
            unset, false, true,  false, false, false
            unset, false, false, true,  false, false
            unset, true,  true,  true,  false, true
            unset, true,  false, true,  true,  false
            true,  false, true,  true,  false, true
            true,  true,  false, false, true,  false
            false, true,  false, false, false, false
            false, false, false, false, false, false
            """)
    void aDemoShop_isMadeWhereItIsWantedAndNeverTwice(Boolean asked, boolean dev, boolean anyShop, boolean started,
            boolean made, boolean opens) {
        assertThat(new DemoShopRule(Optional.ofNullable(asked), dev, anyShop, started, made).opens()).isEqualTo(opens);
    }
}
