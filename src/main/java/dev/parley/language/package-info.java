/**
 * Language detection, and Parley's own sentences in each language; a shop can replace any sentence. Front doors:
 * {@link LanguageDetector}, {@link Sentences}.
 */
@NullMarked
package dev.parley.language;

import org.jspecify.annotations.NullMarked;
