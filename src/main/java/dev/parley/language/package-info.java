/**
 * Which language a text is in, and Parley's own sentences in each: greetings, apologies, notices. A shop can replace any sentence. It
 * knows nothing of conversations or of what a visitor wants. Front doors: {@link LanguageDetector}, {@link Sentences}.
 */
@NullMarked
package dev.parley.language;

import org.jspecify.annotations.NullMarked;
