/**
 * Speech to text: checks audio files and measures their duration from their bytes, and transcribes or translates them
 * with the shop's speech models, within its budget and region. It keeps no recordings and knows no conversations. It
 * refuses a file that it cannot measure, since its cost would be unknown. Front doors: {@link dev.parley.speech.Clips}
 * checks a file, {@link dev.parley.speech.Speech} transcribes it.
 */
@NullMarked
package dev.parley.speech;

import org.jspecify.annotations.NullMarked;
