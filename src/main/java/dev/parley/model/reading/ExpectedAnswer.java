package dev.parley.model.reading;

import java.util.Set;

/**
 * What may come of a request.
 *
 * @param mayCall the server was offered functions
 * @param mayWriteCalls the model was, by the server or by its prompt
 * @param functions whose names no visitor is to see
 * @param unmarkedThoughts the model is known to think without a first mark
 */
public record ExpectedAnswer(boolean mayCall, boolean mayWriteCalls, Set<String> functions, boolean unmarkedThoughts) {}
