package dev.parley.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the settings in groups of prefixes. The first prefix that fits counts; each setting must have one. */
final class SettingsPage {
    private static final Path INTRODUCTION = Path.of("src/test/resources/settings/introduction.md");
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("First start", List.of("parley.data", "parley.demo", "parley.bootstrap", "parley.admin"));
        GROUPS.put("Operator and secrets", List.of("parley.operator", "parley.secret"));
        GROUPS.put("Addresses and proxies", List.of("parley.public-url", "parley.trusted-proxies",
                "parley.console.origins", "parley.outgoing", "parley.body"));
        GROUPS.put("Mail", List.of("parley.mail"));
        GROUPS.put("Single sign-on", List.of("parley.console.sso"));
        GROUPS.put("Model", List.of("parley.model", "parley.watch"));
        GROUPS.put("Speech", List.of("parley.speech"));
        GROUPS.put("Money", List.of("parley.spend"));
        GROUPS.put("Answers", List.of("parley.turn", "parley.prompt", "parley.handoff"));
        GROUPS.put("Limits of visitors", List.of("parley.limits", "parley.widget"));
        GROUPS.put("Consoles", List.of("parley.console.socket"));
        GROUPS.put("Shops and their API keys", List.of("parley.shops", "parley.api"));
        GROUPS.put("Event streams and webhooks", List.of("parley.stream", "parley.webhook"));
        GROUPS.put("Several replicas", List.of("parley.bus"));
        GROUPS.put("Retention", List.of("parley.retention"));
    }

    private SettingsPage() {}

    static String of(List<Setting> settings) {
        List<Setting> left = new ArrayList<>(settings);
        StringBuilder page = new StringBuilder(introduction());
        GROUPS.forEach((title, prefixes) -> {
            page.append("\n## ").append(title)
                    .append("\n\n| environment | type | default | meaning |\n|---|---|---|---|\n");
            for (String prefix : prefixes) {
                List<Setting> group = left.stream().filter(each -> each.name().startsWith(prefix)).toList();
                group.forEach(setting -> page.append(row(setting)));
                left.removeAll(group);
            }
        });
        if (!left.isEmpty()) {
            throw new AssertionError("Add a group to SettingsPage for " + left);
        }
        return page.toString();
    }

    private static String row(Setting setting) {
        return "| `" + setting.environment() + "` | " + setting.type() + " | "
                + (setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`") + " | "
                + setting.sentence().replace("|", "\\|") + " |\n";
    }

    private static String introduction() {
        try {
            return Files.readString(INTRODUCTION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
