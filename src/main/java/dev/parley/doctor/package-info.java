/**
 * Checks an installation and says what to do: as a command of the jar, and on the operator's page. It reads only and
 * starts nothing. Each `*Check` judges what {@code look} has found. Front door: {@link Doctor}.
 */
@NullMarked
package dev.parley.doctor;

import org.jspecify.annotations.NullMarked;
