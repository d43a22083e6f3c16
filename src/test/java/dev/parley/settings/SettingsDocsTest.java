package dev.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After a change of settings, store the page: `./mvnw test -Dtest=SettingsDocsTest -Dparley.settings=store`. */
class SettingsDocsTest {
    private static final Path PAGE = Path.of("src/docs/settings.md");

    private static List<Setting> settings = List.of();

    @BeforeAll
    static void readTheCode() throws IOException, ClassNotFoundException {
        List<Sources.Type> types = Sources.types();
        ShippedValues shipped = ShippedValues.read();
        settings = new ArrayList<>(MappedSettings.in(types, shipped));
        settings.addAll(InjectedSettings.in(types, shipped));
    }

    @Test
    void everySetting_hasASentence() {
        assertThat(settings).extracting(Setting::name)
                .contains("parley.model.api-key", "parley.spend.budget.zone", "parley.public-url",
                        "parley.watch.every");
        assertThat(settings).filteredOn(setting -> !setting.sentence().matches("[A-Z`].{10,}\\."))
                .as("Javadoc at the setting's method, or `@param` at the constructor that reads it").isEmpty();
    }

    @Test
    void thePage_saysWhatTheCodeReads() throws IOException {
        String now = SettingsPage.of(settings);
        if ("store".equals(System.getProperty("parley.settings"))) {
            Files.writeString(PAGE, now);
        }

        assertThat(PAGE).as("Store it: -Dtest=SettingsDocsTest -Dparley.settings=store").hasContent(now);
    }
}
