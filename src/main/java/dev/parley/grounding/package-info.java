/**
 * Checks that the facts of an answer are in its sources: amounts, percentages, dates, times, spans, measures, telephone
 * numbers, mail addresses and links, in any notation and language. It reads texts only and judges facts, not wording:
 * it does not know if "free" is true. Front doors: {@link Sources} for what may be stated, {@link GroundedStream} for
 * answers while they are written.
 */
@NullMarked
package dev.parley.grounding;

import org.jspecify.annotations.NullMarked;
