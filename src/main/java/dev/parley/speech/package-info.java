/**
 * Speech as text: which audio files may be heard and how long they are, by their bytes alone; and the shop's speech models that
 * transcribe or translate them, paid from its budget, inside its border. It keeps no recording and knows no conversation. It refuses
 * what it cannot measure, for nobody could say beforehand what that would cost. Front doors: {@link dev.parley.speech.Clips} checks a
 * file, {@link dev.parley.speech.Speech} has it heard.
 */
@NullMarked
package dev.parley.speech;

import org.jspecify.annotations.NullMarked;
