/**
 * Calls speech models over the transcription protocol, with the same lanes, retries and guards as chat. Front door:
 * {@link SpeechModel}.
 */
@NullMarked
package dev.parley.model.speech;

import org.jspecify.annotations.NullMarked;
