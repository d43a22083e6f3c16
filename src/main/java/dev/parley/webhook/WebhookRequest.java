package dev.parley.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a webhook listens to. */
public record WebhookRequest(@Nullable String url, @Nullable List<@Nullable String> events) {}
