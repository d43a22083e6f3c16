/**
 * Whether what an answer says stands in what it was given: amounts, percentages, dates, times, spans, measures, telephone numbers, mail
 * addresses and links, in whatever way and language they are written. It reads texts and nothing else, and judges facts, not wording: it
 * does not know whether "free" is true. Front doors: {@link Grounding} for whole texts, {@link GroundedStream} for answers as they are written.
 */
@NullMarked
package dev.parley.grounding;

import org.jspecify.annotations.NullMarked;
