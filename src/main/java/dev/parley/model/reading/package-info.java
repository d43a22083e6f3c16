/**
 * Parses responses: stream events or a whole body become text, function calls, usage and an end, or an error of a known
 * kind. Handles models that mix reasoning into text, write calls as text, or break off JSON. It opens no connection.
 * Front door: {@link AnswerReader}.
 */
@NullMarked
package dev.parley.model.reading;

import org.jspecify.annotations.NullMarked;
