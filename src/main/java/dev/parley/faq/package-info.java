/**
 * A shop's FAQ: entries (a question, other wordings, an answer), their import and export, and the search that finds the
 * entry a visitor means. It finds and judges; it never writes an answer and never calls a language model. Front doors:
 * {@link dev.parley.faq.FaqStore} to keep entries, {@link dev.parley.faq.FaqSearch} to find them.
 */
@NullMarked
package dev.parley.faq;

import org.jspecify.annotations.NullMarked;
