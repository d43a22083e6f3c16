package dev.parley.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * A shop's widget settings, validated on creation. {@code retentionHours} is for idle conversations: 0 keeps none, null
 * means the operator's default. Null {@code sentences} leave them unchanged.
 */
public record WidgetSettings(String shop, String botName, String greeting, List<String> starters, String accent,
        String locale, String assistantNotice, String handoffHint, @Nullable String tone, List<String> allowedOrigins,
        @Nullable Integer retentionHours, @Nullable Map<String, Map<String, String>> sentences) {
    public WidgetSettings {
        shop = WidgetRules.line("shop", shop, 100);
        botName = WidgetRules.line("bot_name", botName, 50);
        greeting = WidgetRules.text("greeting", greeting, 1_000);
        starters = WidgetRules.starters(starters);
        accent = WidgetRules.accent(accent);
        locale = WidgetRules.locale(locale);
        assistantNotice = WidgetRules.text("assistant_notice", assistantNotice, 500);
        handoffHint = WidgetRules.text("handoff_hint", handoffHint, 500);
        tone = tone == null || tone.isBlank() ? null : WidgetRules.text("tone", tone, 500);
        allowedOrigins = WidgetRules.origins("allowed_origins", allowedOrigins);
        WidgetRules.requireRetention(retentionHours);
        sentences = sentences == null ? null : WidgetRules.sentences(sentences);
    }

    public static String etag(Tenant shop) {
        TenantSettings set = shop.settings();
        return Etag.of(shop.name() + " " + set.botName() + " " + set.greeting() + " " + set.starters() + " "
                + set.accent() + " " + set.locale() + " " + set.assistantNotice() + " " + set.handoffHint() + " "
                + set.tone() + " " + set.allowedOrigins() + " " + shop.retention());
    }

    /** The values stored in {@link TenantSettings}, by their names there. */
    Map<String, @Nullable Object> stored() {
        Map<String, @Nullable Object> stored = new HashMap<>(Map.of("bot_name", botName, "greeting", greeting,
                "starters", starters, "accent", accent, "locale", locale, "assistant_notice", assistantNotice,
                "handoff_hint", handoffHint, "allowed_origins", allowedOrigins));
        stored.put("tone", tone);
        if (sentences != null) {
            stored.put("sentences", sentences);
        }
        return stored;
    }
}
