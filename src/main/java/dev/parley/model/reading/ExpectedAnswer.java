package dev.parley.model.reading;

import java.util.Set;

/**
 * What a response may contain.
 *
 * @param mayCall functions were offered to the server
 * @param mayWriteCalls the model knows of functions, from the server or the prompt
 * @param functions names that must not be shown
 * @param unmarkedThoughts the model is known to reason without an opening mark
 */
public record ExpectedAnswer(boolean mayCall, boolean mayWriteCalls, Set<String> functions, boolean unmarkedThoughts) {}
