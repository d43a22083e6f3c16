package dev.parley.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

public record WebhookRequest(@Nullable String url, @Nullable List<@Nullable String> events) {}
