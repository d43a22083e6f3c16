package dev.parley.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a person; the reason, at most 500 characters, is shown to the agents. */
@Schema(examples = """
        {"reason": "wants a refund"}""")
public record HandoffRequest(@Nullable String reason) {}
