package dev.parley.assistant;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An entry that other wordings would help.
 *
 * @param wordings besides the question
 * @param askedInVain how often visitors asked something that came nearest to it and got no answer
 */
@JsonNaming(SnakeCaseStrategy.class)
public record NeedyEntry(UUID id, String question, String locale, int wordings, int askedInVain) {}
