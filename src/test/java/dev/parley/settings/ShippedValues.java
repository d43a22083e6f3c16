package dev.parley.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What application.properties says about settings: their values, and shorter names in the environment. */
record ShippedValues(Properties properties) {
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{([A-Z_]+)(?::(.*))?}");

    static ShippedValues read() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return new ShippedValues(properties);
    }

    Setting setting(String name, String type, String preset, String sentence) {
        String value = properties.getProperty(name);
        Matcher alias = FROM_ENVIRONMENT.matcher(value == null ? "" : value);
        if (value == null) {
            return new Setting(name, Setting.environment(name), type, preset, sentence);
        }
        return alias.matches()
                ? new Setting(name, alias.group(1), type, alias.group(2) == null ? "" : alias.group(2), sentence)
                : new Setting(name, Setting.environment(name), type, value, sentence);
    }
}
