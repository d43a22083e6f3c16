package dev.parley.webhook;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"url": "https://hooks.shop.example/parley", "events": ["message.created"]}""")
public record WebhookRequest(@Nullable String url, @Nullable List<@Nullable String> events) {}
