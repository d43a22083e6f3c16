package dev.parley.assistant;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry that needs wordings. {@code askedInVain} counts unanswered questions closest to it. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000004", "question": "How long can I return shoes?",
         "locale": "en", "wordings": 1, "asked_in_vain": 4}""")
@JsonNaming(SnakeCaseStrategy.class)
public record NeedyEntry(UUID id, String question, String locale, int wordings, int askedInVain) {}
