/**
 * Finds the entries that answer a question: an index over words and meanings, typing errors mended, a floor below which nothing is an answer.
 * Plain Java in memory, made from the tables at any time. Front door: {@link StoreIndex}.
 */
@NullMarked
package dev.parley.faq.search;

import org.jspecify.annotations.NullMarked;
