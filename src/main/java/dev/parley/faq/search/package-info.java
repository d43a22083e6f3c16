/**
 * Finds the entries that answer a question: a lexical and a vector index, spelling correction, and a floor below which
 * nothing is an answer. Plain Java in memory, which can be rebuilt from the tables at any time. Front door:
 * {@link StoreIndex}.
 */
@NullMarked
package dev.parley.faq.search;

import org.jspecify.annotations.NullMarked;
