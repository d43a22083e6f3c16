/**
 * What a server sends, read: events of a stream or a whole body become text, function calls, usage and an end, or an error of a known kind.
 * Models that think aloud, write calls as text or break JSON off are understood here. It opens no connection. Front door:
 * {@link AnswerReader}.
 */
@NullMarked
package dev.parley.model.reading;

import org.jspecify.annotations.NullMarked;
