package dev.parley.assistant;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An entry that needs more wordings.
 *
 * @param wordings besides the question
 * @param askedInVain unanswered questions closest to it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record NeedyEntry(UUID id, String question, String locale, int wordings, int askedInVain) {}
