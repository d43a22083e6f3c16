package dev.parley.api;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visitor's message. {@code id} is a UUID for idempotency; with a {@code recording} the text may be empty. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000001", "text": "How long do I have to return shoes?",
         "page": "https://shop.example/shoes/trailwind-2"}""")
public record MessageRequest(@Nullable String id, @Nullable String text,
        @Size(max = 2000) @Pattern(regexp = ConversationRequest.PAGE,
                message = "is the http or https address of a page.") @Nullable String page,
        @Nullable String recording) {}
