package dev.parley.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests a person; agents see the reason, at most 500 characters. */
@Schema(examples = """
        {"reason": "wants a refund"}""")
public record HandoffRequest(@Nullable String reason) {}
